package dev.ssot.engine.jmx;

import dev.ssot.engine.snapshot.TargetSnapshot;

/** A row of the attribute {@code Targets}; what the report says, without its call sites. */
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

  /** False: live and duplicates are lower bounds. */
  public boolean isExact() {
    return target.exact;
  }

  public long getDuplicates() {
    return target.totals.duplicates();
  }

  public long getConstructions() {
    return target.totals.constructions();
  }

  public long getRedirects() {
    return target.totals.redirects();
  }

  /** Those that are not allowed. */
  public int getCallSites() {
    return target.callSites();
  }
}
