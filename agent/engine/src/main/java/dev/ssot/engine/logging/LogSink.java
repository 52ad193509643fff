package dev.ssot.engine.logging;

/** A destination of log lines. Called only on the agent's threads, and never throws. */
interface LogSink {
  /**
   * Tells whether lines can be written now. Asked only while lines wait.
   *
   * @param nowMillis of a clock that does not jump
   */
  default boolean isReady(long nowMillis) {
    return true;
  }

  void write(LogLine line);

  /**
   * Returns the sink to use when the JVM exits. It must not run code of the application or wait.
   */
  default LogSink atExit() {
    return this;
  }
}
