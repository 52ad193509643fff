package dev.ssot.engine.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names by which tables of targets are keyed, so that all tables use the same. */
public final class TargetKeys {
  private TargetKeys() {}

  /**
   * Keys targets by class name, with the loader where an earlier one has the same name. Keeps their
   * order.
   */
  public static Map<String, TargetSnapshot> of(List<TargetSnapshot> targets) {
    Map<String, TargetSnapshot> keyed = new LinkedHashMap<>();
    for (TargetSnapshot target : targets) {
      keyed.put(key(target, keyed), target);
    }
    return keyed;
  }

  private static String key(TargetSnapshot target, Map<String, TargetSnapshot> keyed) {
    return keyed.containsKey(target.className)
        ? target.className + " in " + target.loader
        : target.className;
  }
}
