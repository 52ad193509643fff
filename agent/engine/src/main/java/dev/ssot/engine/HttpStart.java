package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.control.http.HttpListener;
import dev.ssot.engine.logging.EngineLog;

/**
 * Opens the HTTP endpoint in the first turn of the agent's thread, if there is to be one: until
 * then none of its classes is loaded.
 */
final class HttpStart {
  private final Options options;
  private final Reports reports;
  private final AgentHealth health;
  private HttpListener listener;

  /** Opened, or never to be. */
  private boolean done;

  HttpStart(Options options, Reports reports, AgentHealth health) {
    this.options = options;
    this.reports = reports;
    this.health = health;
    this.done = options.http().isOff();
  }

  synchronized void perform() {
    if (!done) {
      done = true;
      listener =
          new HttpListener(
              options.http(), HttpRoutes.of(options, reports, health), EngineLog.logger());
      listener.start();
    }
  }

  /** For good, whether it was open or not. */
  synchronized void close() {
    done = true;
    if (listener != null) {
      listener.close();
    }
  }
}
