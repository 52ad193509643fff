package dev.ssot.engine.logging;

import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/**
 * The engine's log. The engine asks here and not {@code LoggerFactory}, which would look for
 * providers while the application waits for its first class, and obeys {@code -Dslf4j.provider},
 * which is meant for the application's SLF4J; libraries of the engine still come by {@link
 * EngineLogProvider}.
 */
public final class EngineLog {
  static final EngineLoggerFactory FACTORY = new EngineLoggerFactory();

  private EngineLog() {}

  /** The logger of the agent. */
  public static Logger logger() {
    return factory().getLogger("dev.ssot.agent");
  }

  /** Where all lines of the engine go. */
  public static LogRouter router() {
    return FACTORY.router();
  }

  static ILoggerFactory factory() {
    return FACTORY;
  }
}
