package dev.ssot.engine.detect;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stack of a construction as far as {@link StackReader} reads it: up to the application's first
 * frame. A whole stack costs the more the deeper it is, and servers are deep; {@code StackWalker},
 * which 8 does not have and which is therefore called by method handle, stops there.
 */
final class NearStack implements Function<Stream<?>, StackTraceElement[]> {
  private static final MethodHandle WALK =
      StackWalkers.walk(
          "SHOW_HIDDEN_FRAMES", // those of reflection as well
          "RETAIN_CLASS_REFERENCE"); // 25 wants it for descriptors

  private static final MethodHandle CLASS_NAME = StackWalkers.ofFrame("getClassName", String.class);
  private static final MethodHandle ELEMENT =
      StackWalkers.ofFrame("toStackTraceElement", StackTraceElement.class);

  /** Null before 10. */
  private static final MethodHandle DESCRIPTOR =
      StackWalkers.ofFrame("getDescriptor", String.class);

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
        if (StackReader.isPlumbing(className) || StackReader.isHidden(className)) {
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
}
