package dev.ssot.engine.metrics.scrape;

import dev.ssot.engine.metrics.bridge.SsotMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * A registry of the agent's own. It gets the rows that an application's registry gets, from the
 * same binder, so that both show the same. For one thread at a time.
 */
public final class ScrapeRegistry {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SsotMetrics binder = new SsotMetrics();
  private int bound;

  /** How many rows it has. */
  public int bound() {
    return bound;
  }

  /** One more row, as {@link SsotMetrics} takes it. */
  public void bind(Object[] row) {
    binder.apply(registry, new Object[] {row});
    bound++;
  }

  /** In the format of that content type. */
  public String scrape(String contentType) {
    return registry.scrape(contentType);
  }
}
