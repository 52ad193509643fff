package dev.ssot.engine.ledger;

/** Is told on the application's threads, so it must return at once and never throw. */
public interface DetectionListener {
  /** Takes the stack of a construction. */
  void sampled(StackSample sample);

  /** Takes a failure of the agent. */
  void failed(Throwable problem);
}
