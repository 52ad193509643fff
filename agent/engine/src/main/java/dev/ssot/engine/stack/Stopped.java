package dev.ssot.engine.stack;

/**
 * {@code Thread.stop}, which ends the thread whatever it is doing, as it does without the agent.
 */
public final class Stopped {
  private Stopped() {}

  /** Throws it on. The class is named, because a later JVM may not have it. */
  public static void rethrow(Throwable thrown) {
    if (thrown.getClass().getName().equals("java.lang.ThreadDeath")) {
      throw (Error) thrown;
    }
  }
}
