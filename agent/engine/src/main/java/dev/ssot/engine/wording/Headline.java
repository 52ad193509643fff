package dev.ssot.engine.wording;

import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;

/** The headline of a target, the one sentence about it that must be right. */
public final class Headline {
  /** How bad it is, for views with colours. */
  public enum Severity {
    GOOD,
    WARNING,
    BAD
  }

  private final TargetSnapshot target;

  public Headline(TargetSnapshot target) {
    this.target = target;
  }

  /** Says {@code 47 duplicates from 47 call sites in 47 files}. */
  public String sentence() {
    int sites = target.callSites();
    if (sites == 0) {
      return target.totals.duplicates() > 0
          ? duplicates() + ", from no call site that was seen"
          : nothing();
    }
    if (target.totals.duplicates() > 0) {
      return duplicates() + from(sites);
    }
    if (constructions() == own()) {
      return "no duplicates: "
          + Printable.count(target.totals.redirects(), "construction")
          + from(sites)
          + " got the one instance";
    }
    return (target.exact ? "no duplicates alive now, but " : "how many are alive is not known; ")
        + Printable.count(constructions(), "construction")
        + from(sites);
  }

  /** Returns how bad it is. */
  public Severity severity() {
    if (target.totals.duplicates() > 0) {
      return Severity.BAD;
    }
    return target.callSites() > 0 ? Severity.WARNING : Severity.GOOD;
  }

  /** Says {@code from 47 call sites in 47 files}, with a blank in front. */
  public String from(int sites) {
    String files = Printable.count(target.files, "file");
    return " from " + Printable.count(sites, "call site") + " in " + files;
  }

  /** Says how many duplicates are alive: {@code at least 9,999 duplicates}. */
  public String duplicates() {
    boolean unknown = !target.exact && target.totals.duplicates() == 0;
    return unknown
        ? "an unknown number of duplicates"
        : atLeast() + Printable.count(target.totals.duplicates(), "duplicate");
  }

  /** Returns the words before a number of instances that is only a lower bound. */
  public String atLeast() {
    return target.exact ? "" : "at least ";
  }

  private String nothing() {
    if (!target.exact) {
      return "no call site to fix was seen; how many instances are alive is not known";
    }
    if (target.totals.constructions() == 0) {
      return "loaded, and never constructed so far";
    }
    return "no duplicates and no call site to fix: everyone shares the one instance";
  }

  /**
   * Counts the constructions outside allowed sites that made no duplicate: the first one, once its
   * instance was given to another site.
   */
  private long own() {
    String birth = target.canonical.birthSite;
    if (target.totals.redirects() > 0 && birth != null && target.canonical.isFirst()) {
      for (SiteSnapshot site : target.sites) {
        if (!site.allowed && birth.equals(site.file + ":" + site.line)) {
          return 1;
        }
      }
    }
    return 0;
  }

  private long constructions() {
    long constructions = 0;
    for (SiteSnapshot site : target.sites) {
      constructions += site.allowed ? 0 : site.constructions;
    }
    return constructions;
  }
}
