package dev.ssot.engine.metrics;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.detect.Site;
import dev.ssot.engine.detect.Target;
import dev.ssot.engine.detect.Targets;
import dev.ssot.engine.redirect.SitePolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Reads the counters that exist anyway, once a second, on the agent's thread: nothing is added to
 * any construction, and a scrape reads what was read here.
 */
final class MeterReading {
  private static final String NO_GROUP = "none";

  private final Targets targets;
  private final SitePolicy policy;
  private final AgentFacts agent;

  /** Patterns are matched once for each site. */
  private final Map<Site, Place> places = new WeakHashMap<>();

  MeterReading(Targets targets, SitePolicy policy, AgentFacts agent) {
    this.targets = targets;
    this.policy = policy;
    this.agent = agent;
  }

  void readInto(SeriesTable table) {
    table.add(SsotMeter.AGENT_INFO, 1, agent.version, agent.mode);
    table.add(SsotMeter.AGENT_ERRORS, agent.errors.getAsLong());
    for (Target target : targets.all()) {
      read(target, table);
    }
    table.publish();
  }

  private void read(Target target, SeriesTable table) {
    String name = target.className;
    target.instances().live(); // takes note of what was collected, before sites are read
    long live = 0;
    Map<String, Boolean> enforcing = new HashMap<>();
    for (Site site : target.sites()) {
      live += site.live();
      long constructions = site.constructions();
      if (site.isUsed()) {
        read(site, constructions, table);
        enforcing.merge(place(site).group, isEnforcing(site), Boolean::logicalOr);
      }
    }
    for (Map.Entry<String, Boolean> group : enforcing.entrySet()) {
      table.add(SsotMeter.ENFORCING, group.getValue() ? 1 : 0, name, group.getKey());
    }
    for (Map.Entry<Reason, Long> failure : target.failures().entrySet()) {
      table.add(SsotMeter.REDIRECT_FAILURES, failure.getValue(), name, failure.getKey().toString());
    }
    table.add(SsotMeter.INSTANCES, live, name);
    table.add(SsotMeter.DUPLICATES, Math.max(0, live - 1), name);
    table.add(SsotMeter.GUARDED_CALLS, 0, name);
  }

  /** What can happen to a site has its series from the start: an alert sees the step from 0. */
  private void read(Site site, long constructions, SeriesTable table) {
    String name = site.target.className;
    Place place = place(site);
    String kind = site.location.kind.toString();
    table.add(SsotMeter.CONSTRUCTIONS, constructions, name, place.group, kind);
    table.add(SsotMeter.CALL_SITES, place.allowed ? 0 : 1, name, place.group);
    table.add(SsotMeter.REDIRECTS, site.redirects(), name, place.group);
  }

  private boolean isEnforcing(Site site) {
    return policy.mode(site.target.className, site.location) == Mode.ENFORCE;
  }

  private Place place(Site site) {
    Place known = places.get(site);
    if (known == null) {
      GroupOption group = policy.group(site.location);
      known =
          new Place(
              group == null ? NO_GROUP : group.name(),
              policy.allowedBecause(site.target.className, site.location) != null);
      places.put(site, known);
    }
    return known;
  }

  /** What the options say of a site. */
  private static final class Place {
    final String group;
    final boolean allowed;

    Place(String group, boolean allowed) {
      this.group = group;
      this.allowed = allowed;
    }
  }
}
