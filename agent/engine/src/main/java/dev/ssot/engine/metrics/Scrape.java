package dev.ssot.engine.metrics;

import dev.ssot.engine.metrics.scrape.ScrapeRegistry;

/** What Prometheus gets from the agent itself. Until it first asks, no Micrometer is loaded. */
final class Scrape {
  private final MeterReading reading;
  private ScrapeRegistry registry;

  Scrape(MeterReading reading) {
    this.reading = reading;
  }

  /**
   * Answers a scrape. One at a time, so that a crowd of clients keeps one core busy and not all of
   * them.
   */
  synchronized String as(String contentType, long now) {
    if (registry == null) {
      registry = new ScrapeRegistry();
    }
    for (SeriesChange each : reading.changesFrom(registry.bound(), now)) {
      registry.bind(each.row());
    }
    return registry.scrape(contentType);
  }
}
