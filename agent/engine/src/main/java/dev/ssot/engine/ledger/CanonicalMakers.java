package dev.ssot.engine.ledger;

import java.util.Map;

/**
 * Which call sites of a target have made its canonical instances. One that made nothing else is no
 * call site to fix: report, health, metrics and log all ask here.
 */
public final class CanonicalMakers {
  private final Map<Site, Integer> made;

  private CanonicalMakers(Map<Site, Integer> made) {
    this.made = made;
  }

  /** Looks which sites have made the instances that are canonical now. */
  public static CanonicalMakers of(Target target) {
    return new CanonicalMakers(target.instances().countBySite(target.canonicals()));
  }

  /** Returns how many of the canonical instances a site has made. */
  public int madeBy(Site site) {
    return made.getOrDefault(site, 0);
  }

  /** Tells whether a site has made canonical instances, and was never used for anything else. */
  public boolean isNothingElse(Site site) {
    int canonicals = madeBy(site);
    return canonicals > 0
        && site.constructions() == canonicals
        && site.redirects() + site.failed() + site.refusals() == 0;
  }
}
