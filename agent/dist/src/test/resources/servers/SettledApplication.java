package settled;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;

/**
 * Has made its registry and its meters once and for all, as a server that has started, and says
 * what its scrape shows of the agent. Ends when the file that it is given is there.
 */
public final class SettledApplication {
  public static void main(String[] arguments) throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.counter("acme.requests").increment();
    Metrics.addRegistry(registry);
    for (Pool pool = null; !new File(arguments[0]).exists(); pool = new Pool()) {
      System.out.println("meters " + meters(registry.scrape()) + (pool == null ? " at first" : ""));
      Thread.sleep(50);
    }
  }

  private static int meters(String scrape) {
    int meters = 0;
    for (String line : scrape.split("\n")) {
      meters += line.startsWith("ssot_") ? 1 : 0;
    }
    return meters;
  }
}

final class Pool {}
