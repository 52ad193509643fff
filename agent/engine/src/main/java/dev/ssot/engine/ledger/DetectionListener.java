package dev.ssot.engine.ledger;

/** Told on the application's threads: must return at once and never throw. */
public interface DetectionListener {
  /** Takes the stack of a construction. */
  void sampled(StackSample sample);

  /** Takes what something of the agent threw. */
  void failed(Throwable problem);
}
