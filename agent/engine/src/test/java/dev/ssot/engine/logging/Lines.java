package dev.ssot.engine.logging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A log that remembers. */
public final class Lines extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1;

  private final transient List<String> all = new CopyOnWriteArrayList<>();

  private final transient List<Throwable> thrown = new CopyOnWriteArrayList<>();

  /** Returns what the lines carry: stacks. */
  public List<Throwable> thrown() {
    return thrown;
  }

  public List<String> warnings() {
    return all.stream().filter(line -> line.startsWith("WARN ")).toList();
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] arguments, Throwable carried) {
    if (carried != null) {
      thrown.add(carried);
    }
    all.add(level + " " + MessageFormatter.basicArrayFormat(pattern, arguments));
  }

  @Override
  public boolean isTraceEnabled() {
    return true;
  }

  @Override
  public boolean isDebugEnabled() {
    return true;
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return null;
  }
}
