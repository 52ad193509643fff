package dev.ssot.engine.weave.site;

import dev.ssot.engine.place.Reason;

/** A construction, or a constructor hook, that was left as it is. */
public final class NotWovenSite {
  private final WovenSite site;
  private final Reason reason;

  public NotWovenSite(WovenSite site, Reason reason) {
    this.site = site;
    this.reason = reason;
  }

  /** Returns the place. Its kind is null for a constructor hook and for a whole class. */
  public WovenSite site() {
    return site;
  }

  public Reason reason() {
    return reason;
  }

  @Override
  public String toString() {
    return site + ": " + reason;
  }
}
