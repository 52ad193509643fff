package dev.ssot.engine.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts by name, for rare events. Names may be generated without limit, so that all names beyond a
 * bound share one count.
 */
public final class NamedCounts {
  private static final int NAMES = 100;
  private static final String OTHER = "other";

  private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  NamedCounts() {}

  /** Counts one. */
  public void add(String name) {
    LongAdder count = counts.get(name);
    if (count == null) {
      String kept = counts.size() < NAMES ? name : OTHER;
      counts.putIfAbsent(kept, new LongAdder());
      count = counts.get(kept);
    }
    count.increment();
  }

  /** Returns the counts by name; a copy. */
  public Map<String, Long> all() {
    Map<String, Long> copy = new TreeMap<>();
    for (Map.Entry<String, LongAdder> each : counts.entrySet()) {
      copy.put(each.getKey(), each.getValue().sum());
    }
    return copy;
  }

  /** Returns the sum over all names. */
  public long total() {
    long total = 0;
    for (LongAdder count : counts.values()) {
      total += count.sum();
    }
    return total;
  }
}
