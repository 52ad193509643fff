package dev.ssot.engine.wording;

import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;

/**
 * What the call sites of a target do beside making duplicates: constructions that threw, that were
 * refused, and that go on and on. Allowed sites are left out.
 */
public final class Outcomes {
  /**
   * From so many constructions a minute on, all call sites together, a target is constructed per
   * request. Nobody needs an object that is to be shared every six seconds.
   */
  public static final int CHURN_PER_MINUTE = 10;

  private long failed;
  private int failing;
  private long refused;
  private int refusing;
  private double perMinute;
  private int churning;

  public Outcomes(TargetSnapshot target) {
    for (SiteSnapshot site : target.sites) {
      if (!site.allowed) {
        add(site);
      }
    }
  }

  private void add(SiteSnapshot site) {
    failed += site.failed;
    failing += site.failed > 0 ? 1 : 0;
    refused += site.refusals;
    refusing += site.refusals > 0 ? 1 : 0;
    boolean redirected = site.mode.redirects() && site.reason == null;
    if (site.perMinute > 0 && !redirected) {
      perMinute += site.perMinute;
      churning++;
    }
  }

  /** Tells whether the target is constructed so often that somebody should look. */
  public boolean isChurn() {
    return perMinute >= CHURN_PER_MINUTE;
  }

  /** Says {@code 300 constructions per minute from 2 call sites}. */
  public String churn() {
    return Printable.count(Math.round(perMinute), "construction")
        + " per minute from "
        + Printable.count(churning, "call site");
  }

  /**
   * Says {@code ; 12 constructions failed at 3 call sites}, and what else is to be said after the
   * headline; empty if nothing is.
   */
  public String afterHeadline() {
    return said(failed, " failed at ", failing)
        + said(refused, refused == 1 ? " was refused at " : " were refused at ", refusing)
        + (isChurn() ? "; " + churn() : "");
  }

  private static String said(long constructions, String what, int sites) {
    return constructions == 0
        ? ""
        : "; "
            + Printable.count(constructions, "construction")
            + what
            + Printable.count(sites, "call site");
  }
}
