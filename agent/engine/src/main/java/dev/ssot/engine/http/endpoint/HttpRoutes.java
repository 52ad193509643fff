package dev.ssot.engine.http.endpoint;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.command.AgentCommands;
import dev.ssot.engine.http.Routes;
import dev.ssot.engine.metrics.AgentMetrics;

/**
 * The table of endpoints, one line each. It is a class of its own because the JVM loads the
 * endpoints to verify it.
 */
final class HttpRoutes {
  private HttpRoutes() {}

  static Routes of(Options options, AgentCommands agent, AgentMetrics metrics) {
    Routes routes = new Routes(options.http().host(), options.httpToken());
    return routes
        .open("/", new ConsoleEndpoint(routes.index()))
        .open("/health", new HealthEndpoint(agent::health))
        .open("/metrics", new MetricsEndpoint(metrics::scrape))
        .guarded("/report", new ReportEndpoint(agent::report, agent::pagePolicy))
        .command("/mode", new ModeEndpoint(agent::switchMode, agent::previewMode))
        .command("/heap", new HeapEndpoint(agent::compareHeapAsJson));
  }
}
