package dev.ssot.engine.logging;

import dev.ssot.engine.bridge.ClassBytes;
import dev.ssot.engine.logging.bridge.ApplicationLog;
import java.util.List;

/**
 * The option {@code log=auto}: writes to the application's log as soon as that is set up. If none
 * is set up after 30 seconds, or none can be, it writes to stderr until one is. A line goes to
 * stderr as well if the application's logger throws.
 */
final class ApplicationSink implements LogSink {
  static final long PATIENCE_MILLIS = 30_000;

  private final ApplicationLogs logs;
  private final ClassBytes bytes;
  private final LogSink stderr;

  private boolean waiting;
  private long waitingSince;

  /** Null for stderr. */
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
    return current != null || !patient || logs.noneCanCome();
  }

  /**
   * Finds the first log that is open. While there is time, only the best one is taken, as another
   * log may be that of another application.
   */
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
