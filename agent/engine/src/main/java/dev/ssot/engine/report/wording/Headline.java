package dev.ssot.engine.report.wording;

import dev.ssot.engine.detect.snapshot.GroupSnapshot;
import dev.ssot.engine.detect.snapshot.SiteSnapshot;
import dev.ssot.engine.detect.snapshot.TargetSnapshot;

/** The one sentence about a target that must be right. */
public final class Headline {
  /** How bad it is, for whoever has colours. */
  public enum Severity {
    GOOD,
    WARNING,
    BAD
  }

  private final TargetSnapshot target;

  public Headline(TargetSnapshot target) {
    this.target = target;
  }

  /** {@code 47 duplicates from 47 call sites in 47 files}. */
  public String sentence() {
    int sites = callSites();
    if (sites == 0) {
      return target.duplicates > 0 ? duplicates() + ", from no call site that was seen" : nothing();
    }
    if (target.duplicates > 0) {
      return duplicates() + from(sites);
    }
    if (constructions() == own()) {
      return "no duplicate: "
          + Printable.count(target.redirects, "construction")
          + from(sites)
          + " got the one instance";
    }
    return (target.exact ? "no duplicate alive now, but " : "how many are alive is not known; ")
        + Printable.count(constructions(), "construction")
        + from(sites);
  }

  public Severity severity() {
    if (target.duplicates > 0) {
      return Severity.BAD;
    }
    return callSites() > 0 ? Severity.WARNING : Severity.GOOD;
  }

  /** {@code from 47 call sites in 47 files}; no files without debug information. */
  public String from(int sites) {
    String files = target.files == 0 ? "" : " in " + Printable.count(target.files, "file");
    return " from " + Printable.count(sites, "call site") + files;
  }

  public String duplicates() {
    boolean unknown = !target.exact && target.duplicates == 0;
    return unknown
        ? "an unknown number of duplicates"
        : atLeast() + Printable.count(target.duplicates, "duplicate");
  }

  public String atLeast() {
    return target.exact ? "" : "at least ";
  }

  /** Those that should not construct. The list of sites may have been cut, the groups have not. */
  public int callSites() {
    int sites = 0;
    for (GroupSnapshot group : target.groups) {
      sites += group.sites;
    }
    return sites;
  }

  private String nothing() {
    if (!target.exact) {
      return "no call site to fix was seen; how many instances are alive is not known";
    }
    if (target.constructions == 0) {
      return "loaded, and never constructed so far";
    }
    return "no duplicate and no call site to fix: everyone shares the one instance";
  }

  /** The first construction is everyone's instance as soon as somebody else was given it. */
  private long own() {
    String birth = target.canonical.birthSite;
    if (target.redirects > 0 && birth != null && target.canonical.isFirst()) {
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
