package dev.ssot.engine.logging;

/** The option {@code log=none}: drops all lines. */
final class NoSink implements LogSink {
  @Override
  public void write(LogLine line) {}
}
