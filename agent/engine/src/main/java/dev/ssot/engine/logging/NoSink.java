package dev.ssot.engine.logging;

/** The option {@code log=none}. */
final class NoSink implements LogSink {
  @Override
  public void write(LogLine line) {}
}
