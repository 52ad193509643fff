package dev.ssot.engine.stack;

import dev.ssot.bootstrap.pattern.JdkClasses;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The JDK's {@code StackWalker}, which Java 8 lacks, so that the class that calls it is found by
 * name. It is not called by method handles: their frames would be on the stack that is walked, and
 * each frame costs.
 */
public abstract class Walker {
  private static final String DIRECT = "dev.ssot.engine.walker.DirectWalker";

  /** Null on Java 8, and if it cannot be loaded: then whole stacks are taken. */
  static final Walker OF_JDK = find();

  /** The fewest frames that the JVM is asked for at once. */
  protected static final int FEWEST = 8;

  /** The most. */
  protected static final int MOST = 40;

  /** Written by all threads without a fence: a stale value costs time alone. */
  private int expected = 2 * FEWEST;

  /** Makes the only one. */
  protected Walker() {}

  private static Walker find() {
    if (JdkClasses.isBeforeModules()) {
      return null;
    }
    try {
      return Class.forName(DIRECT).asSubclass(Walker.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError absent) {
      return null;
    }
  }

  /**
   * Returns how many frames the next walk is likely to need. The JVM reads that many at once, and
   * all of them, which is most of what a walk costs.
   */
  int expected() {
    return expected;
  }

  /** Takes note that a walk needed that many frames. */
  void noteNeeded(int frames) {
    int now = expected;
    if (frames != now) {
      int next = frames > now ? frames : now - 1;
      expected = Math.max(FEWEST, Math.min(MOST, next));
    }
  }

  /**
   * Calls the function with the frames of this thread, those of reflection and of method handles
   * included.
   *
   * @param frames how many are likely to be looked at, from {@link #FEWEST} to {@link #MOST}
   */
  protected abstract void walk(Function<Stream<?>, ?> function, int frames);

  /** Returns the class whose method runs in the frame. */
  protected abstract Class<?> type(Object frame);

  /** Returns the name of the method that runs in the frame. */
  protected abstract String method(Object frame);

  /** Returns what a stack trace shows of the frame. Slow, as the JVM looks for names and a line. */
  protected abstract StackTraceElement element(Object frame);

  /** Returns the descriptor of the frame's method. Slow as well. */
  protected abstract String descriptor(Object frame);
}
