package dev.ssot.engine.policy;

import dev.ssot.engine.ledger.Target;
import java.lang.invoke.SwitchPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The epochs of all targets: a change of modes ends each of them, and each call site links itself
 * again when it is next used. There is never one switch per site, because each invalidation stops
 * all threads.
 */
public final class ModeEpoch {
  private final Map<Target, TargetEpoch> byTarget = new WeakHashMap<>();

  /** Returns the epoch of one target. */
  public TargetEpoch of(Target target) {
    synchronized (byTarget) {
      TargetEpoch known = byTarget.get(target);
      if (known == null) {
        known = new TargetEpoch(target.plain);
        byTarget.put(target, known);
      }
      return known;
    }
  }

  /**
   * Ends all epochs, after the modes have changed. One that begins meanwhile already knows the new
   * modes.
   */
  public void next() {
    List<SwitchPoint> ended = new ArrayList<>();
    for (TargetEpoch each : all()) {
      ended.add(each.replace());
    }
    SwitchPoint.invalidateAll(ended.toArray(new SwitchPoint[0]));
  }

  /** Returns a copy, so that nobody has to wait while epochs end. */
  private List<TargetEpoch> all() {
    synchronized (byTarget) {
      return new ArrayList<>(byTarget.values());
    }
  }
}
