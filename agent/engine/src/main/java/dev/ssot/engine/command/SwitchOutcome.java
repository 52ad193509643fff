package dev.ssot.engine.command;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.DryRun;
import dev.ssot.engine.wording.EarlyHandles;
import dev.ssot.engine.wording.Printable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a switch did and did not change, read from the figures before and after it: a switch alone
 * redirects nothing, and gives back none of the instances that are held already.
 */
final class SwitchOutcome {
  /** Targets told of; a pattern may match hundreds, and the report has them all. */
  private static final int NAMED = 10;

  private final ModeScope scope;

  /** Null for call sites of any group. */
  private final GroupOption group;

  private final AgentSnapshot before;
  private final AgentSnapshot after;
  private final List<String> lines = new ArrayList<>();

  private SwitchOutcome(
      ModeScope scope, Options options, AgentSnapshot before, AgentSnapshot after) {
    this.scope = scope;
    this.group = group(options, scope.group());
    this.before = before;
    this.after = after;
  }

  private static GroupOption group(Options options, String name) {
    for (GroupOption each : options.groups()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return null;
  }

  /**
   * Tells what holds at a scope after a switch.
   *
   * @return parts of one sentence; none if there is nothing to tell
   */
  static List<String> of(
      ModeScope scope, Options options, AgentSnapshot before, AgentSnapshot after) {
    SwitchOutcome outcome = new SwitchOutcome(scope, options, before, after);
    outcome.tell();
    return outcome.lines;
  }

  /**
   * Tells that a scope has no call site, though others were seen, and what was probably meant.
   *
   * @return null if that is not so
   */
  static String unmatched(ModeScope scope, Options options, AgentSnapshot now) {
    SwitchOutcome outcome = new SwitchOutcome(scope, options, now, now);
    boolean others = new SwitchOutcome(ModeScope.ALL, options, now, now).hasSites();
    return others && !outcome.hasSites() ? outcome.nothing() : null;
  }

  /**
   * Tells what a mode would do at a scope.
   *
   * @return parts of one sentence; none if there is nothing to tell
   */
  static List<String> ofPlan(ModeScope scope, Mode mode, Options options, AgentSnapshot now) {
    SwitchOutcome outcome = new SwitchOutcome(scope, options, now, now);
    outcome.plan(mode);
    return outcome.lines;
  }

  private void plan(Mode mode) {
    for (TargetSnapshot target : after.targets) {
      List<SiteSnapshot> covered = covered(target);
      if (mode.redirects() && lines.size() < NAMED) {
        RedirectingSites sites = new RedirectingSites(covered, true);
        redirects(target, sites);
        held(target, Math.min(sites.live, target.totals.duplicates()));
      } else if (mode.refuses() && !covered.isEmpty() && lines.size() < NAMED) {
        lines.add(
            ClassNames.simple(target.className)
                + ": "
                + Printable.count(covered.size(), "call site")
                + " would throw");
      }
    }
    if (!hasSites()) {
      lines.add(0, nothing());
      unusable();
    }
  }

  private void tell() {
    int told = 0;
    for (TargetSnapshot target : after.targets) {
      int size = lines.size();
      if (told < NAMED) {
        List<SiteSnapshot> covered = covered(target);
        RedirectingSites sites = new RedirectingSites(covered, false);
        redirects(target, sites);
        if (sites.all > 0) {
          lines.add(Printable.number(redirectsSince(target)) + " redirected since the switch");
        }
        held(target, Math.min(sites.live, target.totals.duplicates()));
        rehearsal(target, covered);
      }
      told += lines.size() > size ? 1 : 0;
    }
    if (!hasSites()) {
      lines.add(0, nothing());
      unusable();
    }
  }

  private boolean hasSites() {
    for (TargetSnapshot target : after.targets) {
      if (!covered(target).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<SiteSnapshot> covered(TargetSnapshot target) {
    List<SiteSnapshot> covered = new ArrayList<>();
    for (SiteSnapshot site : target.sites) {
      if (!site.allowed
          && scope.covers(target.className, site.group, site.className, site.method)) {
        covered.add(site);
      }
    }
    return covered;
  }

  private void redirects(TargetSnapshot target, RedirectingSites sites) {
    if (sites.all > 0) {
      lines.add(
          ClassNames.simple(target.className)
              + ": "
              + sites.redirectable
              + " of "
              + Printable.count(sites.all, "call site")
              + " can be redirected"
              + EarlyHandles.among(sites.earlyHandles));
      for (Map.Entry<Reason, Integer> each : sites.kept.entrySet()) {
        lines.add(each.getValue() + " cannot: " + each.getKey().sentence());
      }
    }
  }

  /** Says that what redirectable call sites have made before is not shared by the switch. */
  private void held(TargetSnapshot target, long instances) {
    if (instances > 0) {
      lines.add(
          (target.exact ? "" : "at least ")
              + Printable.count(instances, "instance")
              + " made before "
              + (instances == 1 ? "is held by its owner" : "are held by their owners")
              + "; a restart in mode enforce frees "
              + (instances == 1 ? "it" : "them")
              + ", this version of the agent cannot");
    }
  }

  private long redirectsSince(TargetSnapshot target) {
    long earlier = 0;
    for (TargetSnapshot each : before.targets) {
      if (each.className.equals(target.className) && each.loader.equals(target.loader)) {
        earlier = redirects(covered(each));
      }
    }
    return redirects(covered(target)) - earlier;
  }

  private static long redirects(List<SiteSnapshot> sites) {
    long redirects = 0;
    for (SiteSnapshot site : sites) {
      redirects += site.redirects;
    }
    return redirects;
  }

  private void rehearsal(TargetSnapshot target, List<SiteSnapshot> covered) {
    Set<String> names = new LinkedHashSet<>();
    for (SiteSnapshot site : covered) {
      names.add(site.group);
    }
    for (GroupSnapshot each : target.groups) {
      if (DryRun.isTried(each) && names.contains(each.name)) {
        String name = each.name == null ? target.className : each.name;
        lines.add(name + ": " + DryRun.verdict(each));
      }
    }
  }

  /** Says what cannot be a target, and so has no call sites. */
  private void unusable() {
    for (AgentSnapshot.Refused refused : after.refused) {
      if (refused.hint != null
          && lines.size() <= NAMED
          && (scope.target() == null || scope.target().matches(refused.className))) {
        lines.add(refused.sentence());
      }
    }
  }

  /** Tells that the switch concerns no call site so far, and what was probably meant. */
  private String nothing() {
    Set<String> seen = new LinkedHashSet<>();
    for (TargetSnapshot target : after.targets) {
      for (SiteSnapshot site : target.sites) {
        seen.add(site.className);
      }
    }
    String nearest = null;
    if (scope.sites() != null) {
      nearest = NearestNames.toPattern(scope.sites().toString(), seen);
    } else if (group != null) {
      nearest = NearestNames.toPattern(group.sites().get(0).toString(), seen);
    } else if (scope.target() == null) {
      return "no call site was seen yet";
    }
    return scope + " matched no call site yet" + (nearest == null ? "" : "; nearest " + nearest);
  }

  /** The call sites whose mode redirects, counted. */
  private static final class RedirectingSites {
    final Map<Reason, Integer> kept = new EnumMap<>(Reason.class);
    int all;
    int redirectable;
    int earlyHandles;

    /** Instances that redirectable sites have made and that are alive. */
    long live;

    /**
     * Counts.
     *
     * @param all whether to count as if every site redirected
     */
    RedirectingSites(List<SiteSnapshot> covered, boolean all) {
      for (SiteSnapshot site : covered) {
        if (all || site.mode.redirects()) {
          add(site);
        }
      }
    }

    private void add(SiteSnapshot site) {
      all++;
      if (site.reason == null) {
        redirectable++;
        live += site.live;
        earlyHandles += site.earlyHandle ? 1 : 0;
      } else {
        kept.merge(site.reason, 1, Integer::sum);
      }
    }
  }
}
