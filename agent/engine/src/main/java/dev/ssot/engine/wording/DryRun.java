package dev.ssot.engine.wording;

import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.HashSet;
import java.util.Set;

/** What {@code enforce} would do to the groups of a target that are in {@code dry-run}. */
public final class DryRun {
  private final TargetSnapshot target;

  public DryRun(TargetSnapshot target) {
    this.target = target;
  }

  /** Tells whether there is a verdict on that group. */
  public static boolean isTried(GroupSnapshot group) {
    return group.mode.rehearses() && group.sites > 0;
  }

  /**
   * Says {@code 8 of 8 call sites would be redirected; at 3 call sites constructions failed}. Only
   * call sites are counted, so that a line of the log stays as it is while constructions go on
   * failing.
   */
  public static String verdict(GroupSnapshot group) {
    return group.redirectable
        + " of "
        + Printable.count(group.sites, "call site")
        + " would be redirected"
        + EarlyHandles.among(group.earlyHandles)
        + at(group.failing, " constructions failed")
        + at(group.refusing, " constructions were refused");
  }

  private static String at(int sites, String what) {
    return sites == 0 ? "" : "; at " + Printable.count(sites, "call site") + what;
  }

  /**
   * Says {@code enforce from now on: the 47 live instances stay with their owners, new calls share
   * one; enforce from the start: one instead of 47, used by at least 12 threads}. Whether one pool
   * is enough is for the reader to judge.
   *
   * @return null if fewer than two instances are alive, so that none would be saved
   */
  public String merge() {
    long instances = 0;
    Set<String> threads = new HashSet<>();
    for (SiteSnapshot site : target.sites) {
      if (site.mode.rehearses() && site.redirectable && !site.keyed) {
        instances += site.live;
        threads.addAll(site.threads);
      }
    }
    return instances < 2
        ? null
        : "enforce from now on: the "
            + Printable.count(instances, "live instance")
            + " stay with their owners, new calls share one; enforce from the start: one instead of "
            + Printable.number(instances)
            + ", used by at least "
            + Printable.count(threads.size(), "thread");
  }
}
