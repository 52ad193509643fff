package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.control.http.HealthEndpoint;
import dev.ssot.engine.control.http.HttpListener;
import dev.ssot.engine.control.http.ReportEndpoint;
import dev.ssot.engine.control.http.Routes;
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
  private boolean done;

  HttpStart(Options options, Reports reports, AgentHealth health) {
    this.options = options;
    this.reports = reports;
    this.health = health;
  }

  synchronized void perform() {
    if (!done) {
      done = true;
      listener = new HttpListener(options.http(), routes(), EngineLog.logger());
      listener.start();
    }
  }

  /** What is served; an endpoint more is a line more. */
  private Routes routes() {
    return new Routes(options.http().host(), options.httpToken())
        .open("/health", new HealthEndpoint(health))
        .guarded("/report", new ReportEndpoint(reports::render));
  }

  /** For good, whether it was open or not. */
  synchronized void close() {
    done = true;
    if (listener != null) {
      listener.close();
    }
  }
}
