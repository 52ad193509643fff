package dev.ssot.engine.policy;

import java.lang.invoke.SwitchPoint;

/**
 * One switch for all linked call sites: a change of modes ends the epoch, and each site links
 * itself again when it is next used. Never one switch per site: an invalidation stops all threads,
 * whatever it invalidates.
 */
public final class ModeEpoch {
  private volatile SwitchPoint current = new SwitchPoint();

  /** Returns the switch of now; to be read before the mode that is linked under it. */
  public SwitchPoint current() {
    return current;
  }

  /**
   * Ends the epoch, after the modes have changed; the new epoch is there before the old one ends.
   * One at a time: an epoch that nobody ended would keep its sites for ever.
   */
  public synchronized void next() {
    SwitchPoint old = current;
    current = new SwitchPoint();
    SwitchPoint.invalidateAll(new SwitchPoint[] {old});
  }
}
