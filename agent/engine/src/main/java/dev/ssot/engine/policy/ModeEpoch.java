package dev.ssot.engine.policy;

import java.lang.invoke.SwitchPoint;

/**
 * One switch for all linked call sites: a change of modes ends the epoch, and each site links
 * itself again when it is next used. There is never one switch per site, because each invalidation
 * stops all threads.
 */
public final class ModeEpoch {
  private volatile SwitchPoint current = new SwitchPoint();

  /** Returns the current switch. It has to be read before the mode that is linked under it. */
  public SwitchPoint current() {
    return current;
  }

  /**
   * Ends the epoch, after the modes have changed; the new epoch begins before the old one ends.
   * Synchronized, because an epoch that nobody ends would keep its sites forever.
   */
  public synchronized void next() {
    SwitchPoint old = current;
    current = new SwitchPoint();
    SwitchPoint.invalidateAll(new SwitchPoint[] {old});
  }
}
