package dev.ssot.engine.metrics.scrape;

import dev.ssot.engine.metrics.bridge.SsotMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * The agent's own registry. It gets the rows that an application's registry gets, from the same
 * binder, so that both show the same. Used by one thread at a time.
 */
public final class ScrapeRegistry {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SsotMetrics binder = new SsotMetrics();
  private int bound;

  /** Returns the number of rows that it has. */
  public int bound() {
    return bound;
  }

  /** Binds one more row, in the form that {@link SsotMetrics} takes. */
  public void bind(Object[] row) {
    binder.apply(registry, new Object[] {row});
    bound++;
  }

  /** Returns the figures in the format of that content type. */
  public String scrape(String contentType) {
    return registry.scrape(contentType);
  }
}
