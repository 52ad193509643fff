package dev.ssot.engine.logging.bridge;

import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the application's SLF4J. Compiled against the engine's own copy of the API, defined
 * again by a {@code BridgeLoader}, where the same names mean the application's. It may therefore
 * name only the JDK and what SLF4J 1.7 and 2.x share, and can have no nested class or lambda, as
 * only one class file is defined.
 */
public final class Slf4jBridge implements BiFunction<Object, Object[], Object> {
  /**
   * Gets the logger, asks it, or writes a line.
   *
   * @param logger null to get it, which binds SLF4J if nobody has yet
   * @param line level name, message, Throwable or null; empty to ask whether the application's
   *     configuration lets warnings of the agent pass
   * @return the logger, the answer, or true for a line
   */
  @Override
  public Object apply(Object logger, Object[] line) {
    if (logger == null) {
      return LoggerFactory.getLogger("dev.ssot.agent");
    }
    if (line.length == 0) {
      return ((Logger) logger).isWarnEnabled();
    }
    write((Logger) logger, (String) line[0], (String) line[1], (Throwable) line[2]);
    return true;
  }

  private static void write(Logger logger, String level, String message, Throwable thrown) {
    switch (level) {
      case "ERROR":
        logger.error(message, thrown);
        break;
      case "WARN":
        logger.warn(message, thrown);
        break;
      default:
        logger.info(message, thrown);
    }
  }
}
