package dev.ssot.engine.metrics;

import dev.ssot.engine.ledger.CanonicalMakers;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.ledger.Totals;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.SitePolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Reads the counters that exist anyway, at most once a second, so that constructions cost nothing
 * more. It runs on the thread for meters and on those of the agent's own endpoint, one at a time.
 * The application's registries read the published values without a lock.
 */
final class MeterReading {
  private static final long SECOND = 1_000;

  private final Targets targets;
  private final SitePolicy policy;
  private final ToDoubleFunction<Site> churn;
  private final AgentFigures agent;
  private final SeriesTable table = new SeriesTable();

  /** When the values were last read; long ago at first. */
  private long last = Long.MIN_VALUE / 2;

  private final Map<Site, GroupHistory> places = new WeakHashMap<>();

  MeterReading(
      Targets targets, SitePolicy policy, ToDoubleFunction<Site> churn, AgentFigures agent) {
    this.churn = churn;
    this.targets = targets;
    this.policy = policy;
    this.agent = agent;
  }

  /**
   * Lists the changes that a reader does not have yet; the values are at most a second old.
   *
   * @param first of the changes that the reader does not have
   * @param now in milliseconds of a clock that never jumps
   */
  synchronized List<SeriesChange> changesFrom(int first, long now) {
    if (Math.abs(now - last) >= SECOND) {
      last = now;
      read();
    }
    return table.changesFrom(first);
  }

  private void read() {
    table.add(SsotMeter.AGENT_INFO, 1, agent.version, agent.mode.get());
    table.add(SsotMeter.AGENT_ERRORS, agent.errors.getAsLong());
    for (Target target : targets.all()) {
      read(target);
    }
    table.publish();
  }

  private void read(Target target) {
    String name = target.className;
    Totals totals = Totals.of(target);
    CanonicalMakers makers = CanonicalMakers.of(target);
    Map<String, Boolean> enforcing = new HashMap<>();
    for (Site site : target.sites()) {
      if (site.isUsed()) {
        GroupHistory place = place(site);
        place.count(site, makers.isNothingElse(site), table);
        totals.addChurn(churn.applyAsDouble(site));
        enforcing.merge(place.group(), isEnforcing(site), Boolean::logicalOr);
      }
    }
    for (Map.Entry<String, Boolean> group : enforcing.entrySet()) {
      table.add(SsotMeter.ENFORCING, group.getValue() ? 1 : 0, name, group.getKey());
    }
    for (Map.Entry<Reason, Long> failure : target.failures().entrySet()) {
      table.add(SsotMeter.REDIRECT_FAILURES, failure.getValue(), name, failure.getKey().toString());
    }
    table.add(SsotMeter.INSTANCES, totals.live(), name);
    table.add(SsotMeter.DUPLICATES, totals.duplicates(), name);
    table.add(SsotMeter.CHURN, totals.churn(), name);
    table.add(SsotMeter.GUARDED_CALLS, target.guarded.total(), name);
  }

  private boolean isEnforcing(Site site) {
    return policy.mode(site.target.className, site.location).redirects();
  }

  private GroupHistory place(Site site) {
    GroupHistory place = places.computeIfAbsent(site, unseen -> new GroupHistory());
    place.follow(site, policy);
    return place;
  }
}
