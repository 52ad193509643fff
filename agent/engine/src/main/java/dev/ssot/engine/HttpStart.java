package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.control.http.HttpListener;
import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.metrics.AgentMetrics;

/**
 * Opens the HTTP endpoint in the first turn of the agent's thread, if there is to be one: until
 * then none of its classes is loaded.
 */
final class HttpStart {
  private final Options options;
  private final Reports reports;
  private final AgentHealth health;
  private final AgentMetrics metrics;
  private HttpListener listener;

  /** Opened, or never to be. */
  private boolean done;

  HttpStart(Options options, Reports reports, AgentHealth health, AgentMetrics metrics) {
    this.options = options;
    this.reports = reports;
    this.health = health;
    this.metrics = metrics;
    this.done = options.http().isOff();
  }

  synchronized void perform() {
    if (!done) {
      done = true;
      listener =
          new HttpListener(
              options.http(), HttpRoutes.of(options, reports, health, metrics), EngineLog.logger());
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
