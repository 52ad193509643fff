package dev.ssot.engine.snapshot.take;

import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.HashSet;
import java.util.Set;

/** Adds up the sites of a target and counts their source files, in every mode. */
final class SiteTotals {
  private SiteTotals() {}

  /** Sets the totals and the number of files, which follow from the sites. */
  static void fill(TargetSnapshot target) {
    Set<String> files = new HashSet<>();
    for (SiteSnapshot site : target.sites) {
      target.totals.add(site.constructions, site.redirects, site.live);
      target.totals.addUnmade(site.failed, site.refusals);
      target.totals.addChurn(site.churn);
      if (!site.allowed) {
        files.add(site.sourceFile());
      }
    }
    target.files = files.size();
  }
}
