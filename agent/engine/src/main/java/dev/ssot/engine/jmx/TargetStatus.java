package dev.ssot.engine.jmx;

import dev.ssot.engine.snapshot.TargetSnapshot;

/**
 * A row of the attribute {@code Targets}: what the report says of a target, without its call sites.
 */
public final class TargetStatus {
  private final TargetSnapshot target;

  public TargetStatus(TargetSnapshot target) {
    this.target = target;
  }

  public String getClassName() {
    return target.className;
  }

  public String getLoader() {
    return target.loader;
  }

  public String getMode() {
    return target.mode.toString();
  }

  public long getLive() {
    return target.totals.live();
  }

  /**
   * Tells whether the numbers of live instances and duplicates are exact; if not, they are lower
   * bounds.
   */
  public boolean isExact() {
    return target.exact;
  }

  /** Returns why they are lower bounds, such as {@code loaded-unwoven}; null if they are exact. */
  public String getInexactReason() {
    return target.inexact == null ? null : target.inexact.toString();
  }

  public long getDuplicates() {
    return target.totals.duplicates();
  }

  public long getConstructions() {
    return target.totals.constructions();
  }

  /** Returns the constructions that threw, which are no constructions. */
  public long getFailed() {
    return target.totals.failed();
  }

  /** Returns the constructions that mode {@code fail} refused, which are no constructions. */
  public long getRefusals() {
    return target.totals.refusals();
  }

  /**
   * Returns the constructions per minute at call sites that are neither allowed nor redirected,
   * over the last minutes.
   */
  public long getChurn() {
    return target.totals.churn();
  }

  public long getRedirects() {
    return target.totals.redirects();
  }

  /**
   * Returns what is to be mended before the canonical instance can be known, such as {@code
   * canonical-absent}; null if nothing is.
   */
  public String getCanonicalReason() {
    return target.canonical.reason == null ? null : target.canonical.reason.toString();
  }

  /** Returns the number of call sites that are not allowed. */
  public int getCallSites() {
    return target.callSites();
  }
}
