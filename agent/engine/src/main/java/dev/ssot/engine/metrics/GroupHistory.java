package dev.ssot.engine.metrics;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.policy.SitePolicy;
import java.util.HashMap;
import java.util.Map;

/**
 * In which group a call site counts. When the configuration file moves it to another group, its
 * earlier counts stay in the old one: a counter never falls, and nothing is counted in two groups.
 */
final class GroupHistory {
  private static final String NO_GROUP = "none";

  /** The counters that have a meter, in this order in all arrays. */
  private static final SsotMeter[] METERS = {
    SsotMeter.CONSTRUCTIONS, SsotMeter.REDIRECTS, SsotMeter.FAILED, SsotMeter.REFUSED
  };

  /** What it counted in each of its earlier groups. */
  private final Map<String, long[]> before = new HashMap<>(0);

  private Options read;
  private String group;
  private boolean allowed;

  /** Follows the options. Patterns are matched once for each site and change of the file. */
  void follow(Site site, SitePolicy policy) {
    Options options = policy.options();
    if (options == read) {
      return;
    }
    read = options;
    GroupOption found = policy.group(site.location);
    String next = found == null ? NO_GROUP : found.name();
    if (group != null && !group.equals(next)) {
      before.merge(group, sinceMoved(site), GroupHistory::sum);
    }
    group = next;
    allowed = policy.allowedBecause(site.target.className, site.location) != null;
  }

  String group() {
    return group;
  }

  /** Counts a site, which is none to fix if it is allowed or made the canonical instance alone. */
  void count(Site site, boolean canonicalAlone, SeriesTable table) {
    count(site, table, group, sinceMoved(site));
    for (Map.Entry<String, long[]> each : before.entrySet()) {
      count(site, table, each.getKey(), each.getValue());
    }
    int toFix = allowed || canonicalAlone ? 0 : 1;
    table.add(SsotMeter.CALL_SITES, toFix, site.target.className, group);
  }

  /**
   * Counts for one group. What can happen to a site has its series from the start, so that an alert
   * sees the step from 0.
   */
  private static void count(Site site, SeriesTable table, String group, long[] counts) {
    String name = site.target.className;
    for (int i = 0; i < METERS.length; i++) {
      if (METERS[i].tagKeys.contains("kind")) {
        table.add(METERS[i], counts[i], name, group, site.location.kind.toString());
      } else {
        table.add(METERS[i], counts[i], name, group);
      }
    }
  }

  private long[] sinceMoved(Site site) {
    long[] since = {site.constructions(), site.redirects(), site.failed(), site.refusals()};
    for (long[] counted : before.values()) {
      for (int i = 0; i < since.length; i++) {
        since[i] -= counted[i];
      }
    }
    return since;
  }

  private static long[] sum(long[] one, long[] more) {
    long[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
    return sum;
  }
}
