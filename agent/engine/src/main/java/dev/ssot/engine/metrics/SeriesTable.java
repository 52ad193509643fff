package dev.ssot.engine.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All series, and the changes that made them, in order. Bounded, as each series may cost its owner
 * money: beyond the bound, a target is called {@code other}. Used by one thread at a time.
 */
final class SeriesTable {
  static final int TARGETS = 200;
  static final int SERIES = 1_000;
  static final String OTHER = "other";

  private final Map<List<String>, Series> byKey = new HashMap<>();
  private final List<Series> all = new ArrayList<>();
  private final List<SeriesChange> changes = new ArrayList<>();
  private final Set<String> targets = new HashSet<>();

  /**
   * Adds to the value of a series that the next {@link #publish} shows.
   *
   * @param tagValues in the order of the meter's keys
   */
  void add(SsotMeter meter, long value, String... tagValues) {
    series(meter, tagValues).add(value);
  }

  /**
   * Publishes the new sums. Without an addition a gauge falls to 0, a counter keeps its value, a
   * state series ends.
   */
  void publish() {
    for (Series each : all) {
      each.publish();
      SeriesChange change = each.change();
      if (change != null) {
        changes.add(change);
      }
    }
  }

  /** Lists the changes from the first one that a reader does not have. */
  List<SeriesChange> changesFrom(int first) {
    return new ArrayList<>(changes.subList(first, changes.size()));
  }

  private Series series(SsotMeter meter, String... tagValues) {
    Series known = byKey.get(key(meter, tagValues));
    if (known != null) {
      return known;
    }
    String[] kept = isRoomFor(meter, tagValues) ? tagValues : others(meter, tagValues);
    List<String> key = key(meter, kept);
    Series series = byKey.get(key);
    if (series == null) {
      series = new Series(meter, Arrays.asList(kept.clone()));
      byKey.put(key, series);
      all.add(series);
    }
    return series;
  }

  private boolean isRoomFor(SsotMeter meter, String... tagValues) {
    if (!hasTarget(meter)) {
      return true;
    }
    if (all.size() >= SERIES || (targets.size() >= TARGETS && !targets.contains(tagValues[0]))) {
      return false;
    }
    targets.add(tagValues[0]);
    return true;
  }

  /**
   * Returns the tags of the one series of a meter that takes everything beyond the bound, of any
   * group and kind.
   */
  private static String[] others(SsotMeter meter, String... tagValues) {
    String[] others = new String[tagValues.length];
    Arrays.fill(others, OTHER);
    return hasTarget(meter) ? others : tagValues;
  }

  private static boolean hasTarget(SsotMeter meter) {
    return meter.tagKeys.contains("target");
  }

  private static List<String> key(SsotMeter meter, String... tagValues) {
    List<String> key = new ArrayList<>(tagValues.length + 1);
    key.add(meter.meterName);
    key.addAll(Arrays.asList(tagValues));
    return key;
  }
}
