package dev.ssot.engine.wording;

import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.HashSet;
import java.util.Set;

/** The headline of a target, the one sentence about it that must be right. */
public final class Headline {
  /** How bad it is, for views with colours. */
  public enum Severity {
    GOOD,
    WARNING,
    BAD
  }

  private final TargetSnapshot target;
  private final Making making = new Making();

  /** Call sites that were redirected and made nothing but canonical instances. */
  private long redirected;

  /** Those of them that still are to be redirected. */
  private long redirectedNow;

  /** Duplicates that call sites have made which the option allow names. */
  private long allowed;

  public Headline(TargetSnapshot target) {
    this.target = target;
    for (SiteSnapshot site : target.sites) {
      if (!site.allowed) {
        count(site);
      } else if (site.reason == Reason.ALLOWED) {
        allowed += Math.max(0, site.live - site.canonicals);
      }
    }
    allowed = Math.min(allowed, target.totals.duplicates());
  }

  private void count(SiteSnapshot site) {
    long made = site.constructions - site.canonicals;
    if (made > 0) {
      making.add(site, made);
    } else if (site.redirects > 0) {
      redirected++;
      redirectedNow += site.mode.redirects() && site.reason == null ? 1 : 0;
    }
  }

  /** Says {@code 39 duplicates from 39 call sites in 39 files; 8 more are redirected}. */
  public String sentence() {
    return instances() + new Outcomes(target).afterHeadline();
  }

  private String instances() {
    if (target.totals.duplicates() > 0) {
      return duplicates() + from() + also();
    }
    if (making.sites > 0) {
      return (target.exact ? "no duplicates alive now, but " : "how many are alive is not known; ")
          + Printable.count(making.constructions, "construction")
          + making.from()
          + also();
    }
    return redirected == 0 ? nothing() : "no duplicates: " + redirects();
  }

  /** Says where the duplicates come from; those that may be made are not to be looked for. */
  private String from() {
    long others = target.totals.duplicates() - allowed;
    if (allowed == 0) {
      return making.sites == 0 ? ", from no call site that was seen" : making.from();
    }
    return ": "
        + (others == 0 || making.sites == 0 ? "" : Printable.number(others) + making.from() + ", ")
        + Printable.number(allowed)
        + " from allowed call sites";
  }

  private String also() {
    if (redirected == 0) {
      return "";
    }
    return "; "
        + Printable.number(redirected)
        + (making.sites > 0 ? " more" : "")
        + areRedirected();
  }

  private String redirects() {
    return Printable.count(redirected, "call site")
        + areRedirected()
        + ", "
        + Printable.count(target.totals.redirects(), "time")
        + " so far";
  }

  private String areRedirected() {
    if (redirectedNow < redirected) {
      return redirected == 1 ? " was redirected" : " were redirected";
    }
    return redirected == 1 ? " is redirected" : " are redirected";
  }

  /** Returns how bad it is. */
  public Severity severity() {
    if (target.totals.duplicates() > 0) {
      return Severity.BAD;
    }
    return target.callSites() > 0 ? Severity.WARNING : Severity.GOOD;
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
      return target.totals.failed() == 0
          ? "loaded, and never constructed so far"
          : "no construction has completed so far";
    }
    return target.callSites() == 0
        ? "no duplicates and no call site to fix: everyone shares the one instance"
        : "no duplicates so far: only the canonical instance was constructed";
  }

  /** The call sites that are to be fixed and have made an instance that is not canonical. */
  private static final class Making {
    private final Set<String> files = new HashSet<>();
    private int sites;
    private long constructions;

    void add(SiteSnapshot site, long made) {
      sites++;
      constructions += made;
      files.add(site.sourceFile());
    }

    /** Says {@code from 47 call sites in 47 files}, with a blank in front. */
    String from() {
      String inFiles = Printable.count(files.size(), "file");
      return " from " + Printable.count(sites, "call site") + " in " + inFiles;
    }
  }
}
