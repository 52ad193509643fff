package dev.ssot.engine.detect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stack of a construction as far as {@link StackReader} reads it: up to the application's first
 * frame. A whole stack costs the more the deeper it is, and servers are deep; {@code StackWalker},
 * which 8 does not have and which is therefore called by method handle, stops there.
 */
final class NearStack implements Function<Stream<?>, StackTraceElement[]> {
  /** Bound to a walker: takes a function, returns its result. Null on 8. */
  private static final MethodHandle WALK;

  private static final MethodHandle CLASS_NAME;
  private static final MethodHandle ELEMENT;

  /** Null before 10. */
  private static final MethodHandle DESCRIPTOR;

  static {
    MethodHandle[] handles = handles();
    WALK = handles[0];
    CLASS_NAME = handles[1];
    ELEMENT = handles[2];
    DESCRIPTOR = handles[3];
  }

  private final String target;
  private StackTraceElement[] frames;
  private String constructor;

  private NearStack(String target) {
    this.target = target;
  }

  /** Of this thread, innermost frame first; may reach farther than need be, never less far. */
  static NearStack of(Target target) {
    NearStack near = new NearStack(target.className);
    if (WALK != null) {
      try {
        near.frames = (StackTraceElement[]) WALK.invoke(near);
        return near;
      } catch (Throwable failed) {
        // a whole stack tells the same
      }
    }
    near.frames = new Throwable().getStackTrace();
    return near;
  }

  /** Innermost first. */
  StackTraceElement[] frames() {
    return frames;
  }

  /**
   * Descriptor of the constructor that whoever asked for the object called, and not of those that
   * this one calls by {@code this(…)}. Null where the JVM does not tell.
   */
  String constructor() {
    return constructor;
  }

  @Override
  public StackTraceElement[] apply(Stream<?> stack) {
    List<StackTraceElement> near = new ArrayList<StackTraceElement>();
    boolean atConstructor = false;
    boolean between = false;
    try {
      Iterator<?> frames = stack.iterator();
      while (frames.hasNext()) {
        Object frame = frames.next();
        String className = (String) CLASS_NAME.invokeExact(frame);
        if (!atConstructor && StackReader.isOfTheAgent(className)) {
          near.clear(); // our own handles, where the JVM is told to show such frames
          continue;
        }
        if (StackReader.isPlumbing(className) || StackReader.isFunction(className)) {
          // Nobody asks for its method and line, which are dear to find out.
          near.add(new StackTraceElement(className, "", null, -1));
          between = atConstructor;
          continue;
        }
        StackTraceElement element = (StackTraceElement) ELEMENT.invokeExact(frame);
        near.add(element);
        if (!StackReader.isConstructor(element, target)) {
          break;
        }
        atConstructor = true;
        if (DESCRIPTOR != null && !between) {
          constructor = (String) DESCRIPTOR.invokeExact(frame);
        }
      }
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
    return near.toArray(new StackTraceElement[0]);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // names a type that 8 does not have
  private static MethodHandle[] handles() {
    try {
      Class<?> walker = Class.forName("java.lang.StackWalker");
      Class<?> frame = Class.forName("java.lang.StackWalker$StackFrame");
      Class option = Class.forName("java.lang.StackWalker$Option");
      Enum hidden = Enum.valueOf(option, "SHOW_HIDDEN_FRAMES"); // those of reflection as well
      Enum classes = Enum.valueOf(option, "RETAIN_CLASS_REFERENCE"); // 25 wants it for descriptors
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Object instance =
          walker.getMethod("getInstance", Set.class).invoke(null, EnumSet.of(hidden, classes));
      return new MethodHandle[] {
        MethodHandles.lookup()
            .findVirtual(walker, "walk", MethodType.methodType(Object.class, Function.class))
            .bindTo(instance),
        lookup
            .findVirtual(frame, "getClassName", MethodType.methodType(String.class))
            .asType(MethodType.methodType(String.class, Object.class)),
        lookup
            .findVirtual(
                frame, "toStackTraceElement", MethodType.methodType(StackTraceElement.class))
            .asType(MethodType.methodType(StackTraceElement.class, Object.class)),
        descriptor(lookup, frame)
      };
    } catch (ReflectiveOperationException java8) {
      return new MethodHandle[4];
    }
  }

  private static MethodHandle descriptor(MethodHandles.Lookup lookup, Class<?> frame)
      throws IllegalAccessException {
    try {
      return lookup
          .findVirtual(frame, "getDescriptor", MethodType.methodType(String.class))
          .asType(MethodType.methodType(String.class, Object.class));
    } catch (NoSuchMethodException java9) {
      return null;
    }
  }
}
