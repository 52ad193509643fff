package dev.ssot.engine;

import dev.ssot.engine.detect.snapshot.SiteSnapshot;
import dev.ssot.engine.detect.snapshot.TargetSnapshot;
import java.util.HashSet;
import java.util.Set;

/** A target's totals: the sums over its sites, in every mode. */
final class SiteTotals {
  private SiteTotals() {}

  /** Sets what follows from the sites. */
  static void fill(TargetSnapshot target) {
    Set<String> files = new HashSet<String>();
    for (SiteSnapshot site : target.sites) {
      target.constructions += site.constructions;
      target.redirects += site.redirects;
      target.live += site.live;
      if (!site.allowed) {
        files.add(file(site));
      }
    }
    target.files = files.size();
    target.duplicates = duplicates(target.live);
  }

  static long duplicates(long live) {
    return Math.max(0, live - 1);
  }

  /** Tells source files of one name in two packages apart; works without debug information. */
  static String file(SiteSnapshot site) {
    int packageEnd = site.className.lastIndexOf('.') + 1;
    String simple = site.className.substring(packageEnd);
    int nested = simple.indexOf('$');
    String outermost = nested > 0 ? simple.substring(0, nested) : simple;
    String name = site.file == null ? outermost : site.file;
    return site.className.substring(0, packageEnd) + name;
  }
}
