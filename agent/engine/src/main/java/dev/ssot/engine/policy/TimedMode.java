package dev.ssot.engine.policy;

import dev.ssot.bootstrap.options.Mode;
import java.time.Duration;
import java.util.List;

/** A mode that was set for a limited time, and what held at its scope before. */
final class TimedMode {
  final ModeScope scope;
  final Mode mode;
  private final List<ModeTable.Setting> before;
  private final long end;

  TimedMode(ModeScope scope, Mode mode, List<ModeTable.Setting> before, Duration time) {
    this.scope = scope;
    this.mode = mode;
    this.before = before;
    this.end = System.nanoTime() + time.toNanos();
  }

  boolean isOver() {
    return System.nanoTime() - end >= 0;
  }

  /** Undoes it and restores what it had cleared; settings made since in other places stay. */
  ModeTable undo(ModeTable table) {
    return table.restored(scope, before);
  }
}
