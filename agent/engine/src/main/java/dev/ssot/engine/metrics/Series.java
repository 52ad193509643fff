package dev.ssot.engine.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * One meter with one set of tag values. Read by the application's registries on any thread: a plain
 * field, so that a scrape takes no time and never throws.
 */
final class Series implements DoubleSupplier {
  final SsotMeter meter;
  private final List<String> tagValues;
  private volatile long value;

  /** On the agent's thread, between two publications. */
  private long sum;

  Series(SsotMeter meter, List<String> tagValues) {
    this.meter = meter;
    this.tagValues = tagValues;
  }

  void add(long more) {
    sum += more;
  }

  /** A counter never falls: targets whose loader is long gone are forgotten, their count is not. */
  void publish() {
    value = meter.isCounter ? Math.max(value, sum) : sum;
    sum = 0;
  }

  @Override
  public double getAsDouble() {
    return (double) value;
  }

  /** Keys and values by turns. */
  private String[] tags() {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < tagValues.size(); i++) {
      tags.add(meter.tagKeys.get(i));
      tags.add(tagValues.get(i));
    }
    return tags.toArray(new String[0]);
  }

  /** As {@code SsotMetrics} takes it. */
  Object[] row() {
    return new Object[] {meter.meterName, meter.isCounter, meter.description, tags(), this};
  }
}
