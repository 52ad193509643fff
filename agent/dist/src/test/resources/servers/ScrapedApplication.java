package scraped;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;

/** Prints its own scrape, as far as the agent is in it, once it is. */
public final class ScrapedApplication {
  public static void main(String[] arguments) throws Exception {
    List<Object> pools = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      pools.add(new Pool());
    }
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.counter("acme.requests").increment(pools.size());
    for (int i = 0; i < 300 && !registry.scrape().contains("ssot_instances{"); i++) {
      Thread.sleep(100);
    }
    for (String line : registry.scrape().split("\n")) {
      if (line.startsWith("ssot_")) {
        System.out.println(line);
      }
    }
  }
}

final class Pool {}
