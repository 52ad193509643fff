package dev.ssot.engine.journal;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.engine.ledger.CanonicalMakers;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.wording.DryRun;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;

/**
 * Says of each group in {@code dry-run} how many of its call sites {@code enforce} would redirect:
 * one line, once no further site has shown up for a while, which is twice as long after each line.
 */
public final class DryRunLog implements Chore {
  /** In milliseconds. */
  private static final long QUIET = 5_000;

  private static final int DOUBLINGS = 10;

  private final Targets targets;
  private final SitePolicy policy;
  private final Redirects redirects;
  private final Logger log;
  private final Map<String, Verdict> verdicts = new HashMap<>();

  public DryRunLog(Targets targets, SitePolicy policy, Redirects redirects, Logger log) {
    this.log = log;
    this.targets = targets;
    this.policy = policy;
    this.redirects = redirects;
  }

  @Override
  public void perform(long now) {
    if (!policy.rehearses()) {
      verdicts.clear();
      return;
    }
    for (Target target : targets.all()) {
      for (Map.Entry<String, GroupSnapshot> each : groups(target).entrySet()) {
        String name = target.className + ", " + each.getKey();
        Verdict verdict = verdicts.computeIfAbsent(name, first -> new Verdict());
        if (verdict.isNew(DryRun.verdict(each.getValue()), now)) {
          log.warn("{}: {}", name, verdict.text);
        }
      }
    }
  }

  /** Returns the groups by the name that a log line gives them, in the order of priority. */
  private Map<String, GroupSnapshot> groups(Target target) {
    Map<String, GroupSnapshot> groups = new LinkedHashMap<>();
    for (GroupOption group : policy.options().groups()) {
      groups.put(group.name(), new GroupSnapshot()); // by priority, whichever is used first
    }
    CanonicalMakers makers = CanonicalMakers.of(target);
    for (Site site : target.sites()) {
      if (site.isUsed() && isTried(target, site) && !makers.isNothingElse(site)) {
        GroupOption group = policy.group(site.location);
        GroupSnapshot counts =
            groups.computeIfAbsent(
                group == null ? "no group" : group.name(), first -> new GroupSnapshot());
        counts.sites++;
        boolean redirectable = redirects.reasonToKeep(site) == null;
        counts.redirectable += redirectable ? 1 : 0;
        counts.earlyHandles += redirectable && site.isCalledByEarlyHandle() ? 1 : 0;
        counts.failing += site.failed() > 0 ? 1 : 0;
        counts.refusing += site.refusals() > 0 ? 1 : 0;
      }
    }
    groups.values().removeIf(counts -> counts.sites == 0);
    return groups;
  }

  private boolean isTried(Target target, Site site) {
    return policy.mode(target.className, site.location).rehearses()
        && policy.allowedBecause(target.className, site.location) == null;
  }

  /** The last verdict on a group. */
  private static final class Verdict {
    private String text;
    private long since;
    private boolean said;
    private int lines;

    /** Tells whether the verdict is to be logged now. */
    boolean isNew(String latest, long now) {
      if (!latest.equals(text)) {
        text = latest;
        since = now;
        said = false;
      }
      boolean first = !said && now - since >= QUIET << Math.min(lines, DOUBLINGS);
      said |= first;
      lines += first ? 1 : 0;
      return first;
    }
  }
}
