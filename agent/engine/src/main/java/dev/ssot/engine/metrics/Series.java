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

  /** Whether registries have the series, or are to have it. */
  private boolean shown;

  /** The sum so far, of the thread that reads, until the next publication. */
  private long sum;

  Series(SsotMeter meter, List<String> tagValues) {
    this.meter = meter;
    this.tagValues = tagValues;
  }

  void add(long more) {
    sum += more;
  }

  /**
   * Publishes the new sum. A counter never falls: when a target is forgotten because its loader is
   * gone, its count stays.
   */
  void publish() {
    value = meter.isCounter ? Math.max(value, sum) : sum;
    sum = 0;
  }

  /** Returns null if the registries are up to date. */
  SeriesChange change() {
    boolean holds = !meter.isState() || value > 0;
    if (holds == shown) {
      return null;
    }
    shown = holds;
    return new SeriesChange(this, !holds);
  }

  @Override
  public double getAsDouble() {
    return (double) value;
  }

  /** Returns tag keys and values in turn. */
  String[] tags() {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < tagValues.size(); i++) {
      tags.add(meter.tagKeys.get(i));
      tags.add(tagValues.get(i));
    }
    return tags.toArray(new String[0]);
  }
}
