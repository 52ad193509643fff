package dev.ssot.bootstrap.start;

import java.util.Locale;

/**
 * Recognises a loader whose application was stopped and which somebody still holds. Tomcat's, asked
 * for anything, writes a stack into the log of the server; it says by {@code getStateName()} that
 * it was stopped.
 */
public final class StoppedLoader {
  private StoppedLoader() {}

  /**
   * Tells whether the loader says that it is stopped, or is about to be.
   *
   * @param loader null for the boot loader
   */
  public static boolean is(ClassLoader loader) {
    if (loader == null) {
      return false;
    }
    try {
      Object state = loader.getClass().getMethod("getStateName").invoke(loader);
      return state instanceof String && isEnd(((String) state).toUpperCase(Locale.ROOT));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError saysNothing) {
      return false;
    }
  }

  private static boolean isEnd(String state) {
    return state.startsWith("STOP") || state.startsWith("DESTROY") || state.equals("FAILED");
  }
}
