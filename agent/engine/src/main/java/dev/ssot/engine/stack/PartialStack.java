package dev.ssot.engine.stack;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stack of a construction up to the application's first frame. A whole stack is expensive when
 * it is deep, as on servers. {@code StackWalker} stops early; Java 8 does not have it, so it is
 * called by method handle.
 */
public final class PartialStack implements Function<Stream<?>, StackTraceElement[]> {
  /**
   * Showing hidden frames includes those of reflection; JDK 25 needs the other option for
   * descriptors.
   */
  private static final MethodHandle WALK =
      StackWalkers.walk("SHOW_HIDDEN_FRAMES", "RETAIN_CLASS_REFERENCE");

  private static final MethodHandle CLASS_NAME = StackWalkers.ofFrame("getClassName", String.class);
  private static final MethodHandle ELEMENT =
      StackWalkers.ofFrame("toStackTraceElement", StackTraceElement.class);

  /** Null before Java 10. */
  private static final MethodHandle DESCRIPTOR =
      StackWalkers.ofFrame("getDescriptor", String.class);

  private final String className;
  private StackTraceElement[] frames;
  private boolean showsHandles;
  private boolean byHiddenClass;
  private String constructor;

  private PartialStack(String className) {
    this.className = className;
  }

  /**
   * Takes the stack of this thread up to the application's first frame, or a longer part of it.
   *
   * @param constructed binary name of the class whose constructor runs, or would run
   */
  public static PartialStack of(String constructed) {
    PartialStack near = new PartialStack(constructed);
    if (WALK != null) {
      try {
        near.frames = (StackTraceElement[]) WALK.invoke(near);
        near.showsHandles = true;
        return near;
      } catch (Throwable failed) {
        // a whole stack tells the same
      }
    }
    near.frames = Frames.outsideTheAgent(new Throwable().getStackTrace());
    near.byHiddenClass = Java8Stack.isCalledByHiddenClass(constructed);
    return near;
  }

  /**
   * Tells whether the frames include those of method handles, so that a constructor without them
   * was called by plain code. Not so on Java 8.
   */
  public boolean showsHandles() {
    return showsHandles;
  }

  /** Tells whether a hidden class called the constructor, where the frames do not show it. */
  public boolean isCalledByHiddenClass() {
    return byHiddenClass;
  }

  /** Returns the frames, the innermost first. */
  public StackTraceElement[] frames() {
    return frames;
  }

  /**
   * Returns the descriptor of the constructor that whoever asked for the object called, and not of
   * those that this one calls by {@code this(…)}. Returns null where the JVM does not tell.
   */
  public String constructor() {
    return constructor;
  }

  @Override
  public StackTraceElement[] apply(Stream<?> stack) {
    List<StackTraceElement> near = new ArrayList<>();
    boolean atConstructor = false;
    boolean between = false;
    try {
      Iterator<?> frames = stack.iterator();
      while (frames.hasNext()) {
        Object frame = frames.next();
        String name = (String) CLASS_NAME.invokeExact(frame);
        if (!atConstructor && Frames.isOfTheAgent(name)) {
          near.clear(); // the agent's own handles, if the JVM was told to show their frames
          continue;
        }
        if (Frames.isPlumbing(name) || Frames.isHidden(name)) {
          // Its method and line are not needed, and finding them is expensive.
          near.add(new StackTraceElement(name, "", null, -1));
          between = atConstructor;
          continue;
        }
        StackTraceElement element = (StackTraceElement) ELEMENT.invokeExact(frame);
        near.add(Frames.isNameless(element.getMethodName()) ? named(element) : element);
        if (!Frames.isConstructor(element, className)) {
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

  /** Finds the frame in a stack trace, which knows its method. */
  private StackTraceElement named(StackTraceElement nameless) {
    for (StackTraceElement element : new Throwable().getStackTrace()) {
      if (element.getClassName().equals(nameless.getClassName())
          && !Frames.isConstructor(element, className)) {
        return element;
      }
    }
    return nameless;
  }
}
