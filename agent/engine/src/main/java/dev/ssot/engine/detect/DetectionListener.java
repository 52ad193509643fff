package dev.ssot.engine.detect;

/** Told on the application's threads: must return at once and never throw. */
public interface DetectionListener {
  /** A construction whose stack was taken. */
  void sampled(StackSample sample);

  /** Something of the agent threw. */
  void failed(Throwable problem);
}
