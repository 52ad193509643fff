package dev.ssot.engine.jmx;

import dev.ssot.engine.snapshot.TargetKeys;
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
    for (Map.Entry<String, TargetSnapshot> each : TargetKeys.of(targets).entrySet()) {
      rows.put(each.getKey(), new TargetStatus(each.getValue()));
    }
    return rows;
  }

  /** Makes the table of heap comparisons, one row for each target that was compared. */
  static Map<String, HeapStatus> heap(List<TargetSnapshot> targets) {
    Map<String, HeapStatus> rows = new LinkedHashMap<>();
    for (Map.Entry<String, TargetSnapshot> each : TargetKeys.of(targets).entrySet()) {
      if (each.getValue().heap != null) {
        rows.put(each.getKey(), new HeapStatus(each.getValue().heap));
      }
    }
    return rows;
  }
}
