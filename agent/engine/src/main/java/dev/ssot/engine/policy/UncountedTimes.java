package dev.ssot.engine.policy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers which modes held while some were {@code off}. What was constructed there in the
 * meantime was not counted, and may be alive.
 */
final class UncountedTimes {
  /** Tables kept; people switch by hand. Beyond that, everything may be uncounted. */
  private static final int LIMIT = 100;

  private final List<ModeTable> tables = new CopyOnWriteArrayList<>();
  private volatile boolean everywhere;

  /** Notes the modes that hold from now on. */
  void note(ModeTable table) {
    if (table.countsEverywhere()) {
      return;
    }
    if (tables.size() < LIMIT) {
      tables.add(table);
    } else {
      everywhere = true;
    }
  }

  /** Returns the tables by which a call site may not have been counted; none as a rule. */
  List<ModeTable> tables() {
    return tables;
  }

  /** Tells whether any call site may not have been counted. */
  boolean everywhere() {
    return everywhere;
  }
}
