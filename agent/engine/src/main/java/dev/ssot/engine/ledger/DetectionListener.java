package dev.ssot.engine.ledger;

/** Is told on the application's threads, so it must return at once and never throw. */
public interface DetectionListener {
  /** Takes the stack of a construction. */
  void sampled(StackSample sample);

  /**
   * Resolves the stacks that were taken so far, on the thread of whoever takes a snapshot, which
   * must not depend on how far the agent's thread has come.
   */
  default void settle() {}

  /** Takes a failure of the agent. */
  void failed(Throwable problem);
}
