package dev.ssot.engine.weave.scan;

import dev.ssot.engine.place.Reason;
import dev.ssot.engine.weave.site.WovenSite;

/** A construction of a target, and how its code can be rewritten. */
public final class PlannedSite {
  private static final int[] NONE = {};

  private final WovenSite site;
  private final Reason refusal;
  private final int references;
  private final int[] parked;

  private PlannedSite(WovenSite site, Reason refusal, int references, int[] parked) {
    this.site = site;
    this.refusal = refusal;
    this.references = references;
    this.parked = parked;
  }

  static PlannedSite refused(WovenSite site, Reason reason) {
    return new PlannedSite(site, reason, 0, NONE);
  }

  static PlannedSite construction(WovenSite site, int references, int[] parked) {
    return new PlannedSite(site, null, references, parked);
  }

  static PlannedSite factory(WovenSite site) {
    return new PlannedSite(site, null, 0, NONE);
  }

  static PlannedSite reference(WovenSite site) {
    return new PlannedSite(site, null, 0, NONE);
  }

  /** Returns the same site, in a method that configures the object afterwards. */
  PlannedSite asConfiguring() {
    return new PlannedSite(site.asConfiguring(), refusal, references, parked);
  }

  /** Returns the same site, in a class that keeps the object to itself. */
  PlannedSite asKept() {
    return new PlannedSite(site.asKept(), refusal, references, parked);
  }

  /** Returns the same site, which passes nothing but constants. */
  PlannedSite asConstant() {
    return new PlannedSite(site.asConstant(), refusal, references, parked);
  }

  public WovenSite site() {
    return site;
  }

  /** Tells why the site cannot be woven; null if it can. */
  public Reason refusal() {
    return refusal;
  }

  /** Tells whether it is a {@code new} that is to be woven. */
  public boolean isConstruction() {
    return references > 0;
  }

  /**
   * Returns the number of uninitialised references under the arguments: the one that the call is
   * made on, and perhaps its copy.
   */
  public int references() {
    return references;
  }

  /**
   * Returns the local variables that hold further copies, which javac stores there for a {@code
   * try}.
   */
  public int[] parked() {
    return parked.clone();
  }
}
