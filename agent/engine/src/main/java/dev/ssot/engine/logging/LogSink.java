package dev.ssot.engine.logging;

/** Where log lines end. Called on the agent's threads alone, and never throws. */
interface LogSink {
  /**
   * Whether lines can be written now. Asked only while lines wait.
   *
   * @param nowMillis of a clock that does not jump
   */
  default boolean isReady(long nowMillis) {
    return true;
  }

  void write(LogLine line);

  /** What to use when the JVM exits: must run no code of the application and wait for nobody. */
  default LogSink atExit() {
    return this;
  }
}
