package dev.ssot.engine.snapshot.take;

import dev.ssot.bootstrap.pattern.ClassNames;
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
      if (!site.allowed) {
        files.add(file(site));
      }
    }
    target.files = files.size();
  }

  /**
   * Names the source file of a site with its package. Without debug information the outermost class
   * stands for it.
   */
  static String file(SiteSnapshot site) {
    String outermost = ClassNames.simple(ClassNames.outermost(site.className));
    String name = site.file == null ? outermost : site.file;
    return ClassNames.packagePrefix(site.className) + name;
  }
}
