package dev.ssot.engine.logging;

import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/**
 * The engine's log. The engine does not ask {@code LoggerFactory}, which would look for providers
 * while the application waits for its first class, and which obeys {@code -Dslf4j.provider}, which
 * is meant for the application's SLF4J. Libraries of the engine still use {@link
 * EngineLogProvider}.
 */
public final class EngineLog {
  static final EngineLoggerFactory FACTORY = new EngineLoggerFactory();

  private EngineLog() {}

  /** Returns the logger of the agent. */
  public static Logger logger() {
    return factory().getLogger("dev.ssot.agent");
  }

  /** Returns the router that gets all lines of the engine. */
  public static LogRouter router() {
    return FACTORY.router();
  }

  static ILoggerFactory factory() {
    return FACTORY;
  }
}
