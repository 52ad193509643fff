package dev.ssot.engine.metrics;

import dev.ssot.engine.metrics.scrape.ScrapeRegistry;

/** What Prometheus gets from the agent itself. Micrometer is not loaded before the first scrape. */
final class Scrape {
  private final MeterReading reading;
  private ScrapeRegistry registry;

  Scrape(MeterReading reading) {
    this.reading = reading;
  }

  /**
   * Answers one scrape at a time, so that many clients keep only one core busy. Nothing is read in
   * the meantime, so that all values of one scrape are of one reading.
   */
  synchronized String as(String contentType, long now) {
    if (registry == null) {
      registry = new ScrapeRegistry();
    }
    synchronized (reading) {
      for (SeriesChange each : reading.changesFrom(registry.bound(), now)) {
        registry.bind(each.row());
      }
      return registry.scrape(contentType);
    }
  }
}
