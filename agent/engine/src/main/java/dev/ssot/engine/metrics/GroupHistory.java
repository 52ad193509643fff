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

  /** The constructions and redirects that it counted in each of its earlier groups. */
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
      long[] left = {sinceMoved(site.constructions(), 0), sinceMoved(site.redirects(), 1)};
      before.merge(group, left, (one, more) -> new long[] {one[0] + more[0], one[1] + more[1]});
    }
    group = next;
    allowed = policy.allowedBecause(site.target.className, site.location) != null;
  }

  String group() {
    return group;
  }

  void count(Site site, SeriesTable table) {
    count(site, table, group, sinceMoved(site.constructions(), 0), sinceMoved(site.redirects(), 1));
    for (Map.Entry<String, long[]> each : before.entrySet()) {
      count(site, table, each.getKey(), each.getValue()[0], each.getValue()[1]);
    }
    table.add(SsotMeter.CALL_SITES, allowed ? 0 : 1, site.target.className, group);
  }

  /**
   * Counts for one group. What can happen to a site has its series from the start, so that an alert
   * sees the step from 0.
   */
  private static void count(
      Site site, SeriesTable table, String group, long constructions, long redirects) {
    String name = site.target.className;
    String kind = site.location.kind.toString();
    table.add(SsotMeter.CONSTRUCTIONS, constructions, name, group, kind);
    table.add(SsotMeter.REDIRECTS, redirects, name, group);
  }

  private long sinceMoved(long total, int which) {
    long since = total;
    for (long[] counted : before.values()) {
      since -= counted[which];
    }
    return since;
  }
}
