package dev.ssot.engine.http.endpoint;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.command.AgentCommands;
import dev.ssot.engine.http.Routes;
import dev.ssot.engine.metrics.AgentMetrics;

/**
 * What is served over HTTP; an endpoint more is a line more. A class of its own because to verify
 * it, the JVM loads the endpoints.
 */
final class HttpRoutes {
  private HttpRoutes() {}

  static Routes of(Options options, AgentCommands agent, AgentMetrics metrics) {
    return new Routes(options.http().host(), options.httpToken())
        .open("/health", new HealthEndpoint(agent::health))
        .open("/metrics", new MetricsEndpoint(metrics::scrape))
        .guarded("/report", new ReportEndpoint(agent::report));
  }
}
