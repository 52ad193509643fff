package dev.ssot.engine.logging;

import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/** Creates loggers for one router. They hold only a name, so none is kept. */
final class EngineLoggerFactory implements ILoggerFactory {
  private final LogRouter router = new LogRouter();

  LogRouter router() {
    return router;
  }

  @Override
  public Logger getLogger(String name) {
    return new EngineLogger(name, router);
  }
}
