package dev.ssot.engine.metrics;

/** A series that was added or has ended. Registries apply all changes in the order of the table. */
final class SeriesChange {
  final Series series;
  final boolean isOver;

  SeriesChange(Series series, boolean isOver) {
    this.series = series;
    this.isOver = isOver;
  }

  /** Returns the row that {@code SsotMetrics} takes; it has no value if the series is over. */
  Object[] row() {
    SsotMeter meter = series.meter;
    return new Object[] {
      meter.meterName, meter.isCounter, meter.description, series.tags(), isOver ? null : series
    };
  }
}
