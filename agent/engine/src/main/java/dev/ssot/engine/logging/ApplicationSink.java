package dev.ssot.engine.logging;

import dev.ssot.engine.bridge.ClassBytes;
import dev.ssot.engine.logging.bridge.ApplicationLog;
import java.util.List;

/**
 * The option {@code log=auto}: the application's own log as soon as it is set up; stderr when none
 * is after 30 seconds, until one is. A line that the application's logger throws on goes to stderr,
 * too.
 */
final class ApplicationSink implements LogSink {
  static final long PATIENCE_MILLIS = 30_000;

  private final ApplicationLogs logs;
  private final ClassBytes bytes;
  private final LogSink stderr;

  private boolean waiting;
  private long waitingSince;

  /** Null: stderr. */
  private ApplicationLog current;

  ApplicationSink(ApplicationLogs logs, ClassBytes bytes, LogSink stderr) {
    this.logs = logs;
    this.bytes = bytes;
    this.stderr = stderr;
  }

  @Override
  public boolean isReady(long nowMillis) {
    if (!waiting) {
      waiting = true;
      waitingSince = nowMillis;
    }
    boolean patient = nowMillis - waitingSince < PATIENCE_MILLIS;
    current = firstOpen(logs.inOrder(), patient);
    return current != null || !patient;
  }

  /** Only the best one will do while there is time: another would be another application's. */
  private ApplicationLog firstOpen(List<ApplicationLog> order, boolean onlyTheBest) {
    for (ApplicationLog log : order) {
      if (log.isOpen(bytes)) {
        return log;
      }
      if (onlyTheBest) {
        return null;
      }
    }
    return null;
  }

  @Override
  public void write(LogLine line) {
    if (current != null && current.isOver()) {
      current = null;
    }
    if (current == null || !current.write(bytes, line.level(), line.message(), line.thrown())) {
      stderr.write(line);
    }
  }

  @Override
  public LogSink atExit() {
    return stderr;
  }
}
