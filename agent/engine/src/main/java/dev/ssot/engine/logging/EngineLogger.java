package dev.ssot.engine.logging;

import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * Appends lines to the router. Arguments are converted to text at once, as they may have changed
 * later.
 */
final class EngineLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1;

  private final transient LogRouter router;

  EngineLogger(String name, LogRouter router) {
    this.name = name;
    this.router = router;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
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

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
    String message = MessageFormatter.basicArrayFormat(pattern, arguments);
    router.append(new LogLine(level.name(), name, message, thrown));
  }
}
