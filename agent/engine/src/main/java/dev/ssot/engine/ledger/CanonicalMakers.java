package dev.ssot.engine.ledger;

import java.util.List;
import java.util.Map;

/**
 * Which call sites of a target have made its canonical instances. One that made nothing else is no
 * call site to fix: report, health, metrics and log all ask here. Not thread-safe.
 */
public final class CanonicalMakers {
  private final Target target;
  private final List<Object> canonicals;

  /** Null until somebody asks, as all objects that are tracked have to be looked through. */
  private Map<Site, Integer> made;

  private CanonicalMakers(Target target) {
    this.target = target;
    this.canonicals = target.canonicals();
  }

  /** Looks at the instances that are canonical now. */
  public static CanonicalMakers of(Target target) {
    return new CanonicalMakers(target);
  }

  /** Returns how many of the canonical instances a site has made. */
  public int madeBy(Site site) {
    if (made == null) {
      made = target.instances().countBySite(canonicals);
    }
    return made.getOrDefault(site, 0);
  }

  /** Tells whether a site has made canonical instances, and was never used for anything else. */
  public boolean isNothingElse(Site site) {
    long constructions = site.constructions();
    return constructions > 0
        && constructions <= canonicals.size()
        && site.redirects() + site.failed() + site.refusals() == 0
        && madeBy(site) == constructions;
  }
}
