package dev.ssot.engine.jmx;

import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables that JMX clients read: one row per target, keyed by class name, with the loader where
 * two targets have the same name.
 */
final class TargetTable {
  private TargetTable() {}

  static Map<String, TargetStatus> status(List<TargetSnapshot> targets) {
    Map<String, TargetStatus> rows = new LinkedHashMap<>();
    for (TargetSnapshot target : targets) {
      rows.put(key(target, rows), new TargetStatus(target));
    }
    return rows;
  }

  /** Makes the table of heap comparisons, one row for each target that was compared. */
  static Map<String, HeapStatus> heap(List<TargetSnapshot> targets) {
    Map<String, HeapStatus> rows = new LinkedHashMap<>();
    for (TargetSnapshot target : targets) {
      if (target.heap != null) {
        rows.put(key(target, rows), new HeapStatus(target.heap));
      }
    }
    return rows;
  }

  private static String key(TargetSnapshot target, Map<String, ?> rows) {
    return rows.containsKey(target.className)
        ? target.className + " in " + target.loader
        : target.className;
  }
}
