package dev.ssot.engine.policy;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.place.Location;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers where the mode was {@code off} at any time. What was constructed there in the meantime
 * was not counted, and may be alive.
 */
public final class UncountedTimes {
  /** Tables kept; people switch by hand. Beyond that, everything may be uncounted. */
  private static final int LIMIT = 100;

  private final List<ModeTable> tables = new CopyOnWriteArrayList<>();
  private volatile boolean everywhere;

  /** Notes the modes that hold from now on. */
  void note(ModeTable table) {
    if (!has(table, Mode.OFF)) {
      return;
    }
    if (tables.size() < LIMIT) {
      tables.add(table);
    } else {
      everywhere = true;
    }
  }

  private static boolean has(ModeTable table, Mode mode) {
    for (ModeTable.Setting each : table.settings()) {
      if (each.mode == mode) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a target was not counted where no group and no site pattern said otherwise. */
  public boolean concern(String target) {
    for (ModeTable table : tables) {
      if (table.of(target) == Mode.OFF) {
        return true;
      }
    }
    return everywhere;
  }

  /**
   * Tells whether a call site was not counted.
   *
   * @param group null if no group matches
   */
  public boolean concern(String target, String group, Location location) {
    for (ModeTable table : tables) {
      if (table.of(target, group, location) == Mode.OFF) {
        return true;
      }
    }
    return everywhere;
  }
}
