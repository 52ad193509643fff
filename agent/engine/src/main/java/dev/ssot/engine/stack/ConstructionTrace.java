package dev.ssot.engine.stack;

/**
 * Carries the stack of a construction to a logger, which prints it as it prints all stacks. Never
 * thrown.
 */
@SuppressWarnings({"serial", "OverrideThrowableToString"}) // never leaves the JVM; see toString
public final class ConstructionTrace extends Throwable {
  public ConstructionTrace(String text, StackTraceElement[] frames) {
    super(text, null, false, true);
    setStackTrace(frames);
  }

  /** Leaves out the class name, which would be taken for an error's. */
  @Override
  public String toString() {
    return getMessage();
  }
}
