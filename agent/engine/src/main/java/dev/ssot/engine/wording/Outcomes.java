package dev.ssot.engine.wording;

import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;

/**
 * What the call sites of a target do beside making duplicates: constructions that threw, that were
 * refused, and that go on and on. Allowed sites are left out.
 */
public final class Outcomes {
  private final TargetSnapshot target;
  private long failed;
  private int failing;
  private long refused;
  private int refusing;
  private int churning;

  public Outcomes(TargetSnapshot target) {
    this.target = target;
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
    churning += site.churn > 0 ? 1 : 0;
  }

  /** Says {@code 300 constructions per minute from 2 call sites}. */
  public String churn() {
    return Printable.count(target.totals.churn(), "construction")
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
        + (target.totals.isChurn() ? "; " + churn() : "");
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
