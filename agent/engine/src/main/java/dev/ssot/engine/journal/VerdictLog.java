package dev.ssot.engine.journal;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSamples;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.wording.EarlyHandles;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.slf4j.Logger;

/**
 * Tells of each call site that is used, and what {@code enforce} does with it, or in {@code
 * dry-run} would do: one line, and another one at the first, second, fourth, eighth change. That a
 * site is redirected is said once it was. It runs on the agent's thread, so that a construction
 * pays nothing for it.
 */
public final class VerdictLog implements Chore {
  /** The maximum number of lines; the report has everything. */
  private static final int BOUND = 1_000;

  private final Targets targets;
  private final SitePolicy policy;
  private final Redirects redirects;
  private final LoggedStacks stacks;
  private final Logger log;
  private final Map<Site, Verdict> said = new WeakHashMap<>();
  private int lines;

  /**
   * Creates the chore.
   *
   * @param stacks shared with whoever else logs call sites
   */
  public VerdictLog(
      Targets targets, SitePolicy policy, Redirects redirects, LoggedStacks stacks, Logger log) {
    this.log = log;
    this.stacks = stacks;
    this.targets = targets;
    this.policy = policy;
    this.redirects = redirects;
  }

  @Override
  public void perform(long now) {
    if (!policy.decides()) {
      return;
    }
    for (Target target : targets.all()) {
      for (Site site : target.sites()) {
        if (site.isUsed() && lines < BOUND) {
          look(target, site);
        }
      }
    }
  }

  private void look(Target target, Site site) {
    Mode mode = policy.mode(target.className, site.location);
    if (!mode.decides() || policy.allowedBecause(target.className, site.location) != null) {
      return;
    }
    Verdict verdict = said.get(site);
    if (verdict == null) {
      verdict = new Verdict();
      said.put(site, verdict);
    }
    Reason reason = redirects.reasonToKeep(site);
    if (reason == Reason.CANONICAL_UNCHECKED) {
      return; // the next round knows
    }
    String text = verdict(mode, site, reason);
    if (mode.redirects() && reason == null) {
      if (!verdict.hasRedirected(text, site.redirects())) {
        return; // nothing has happened yet
      }
    } else {
      verdict.noteKept(site.redirects());
    }
    if (verdict.isDue(text)) {
      lines++;
      write(target, site, verdict.text);
    }
  }

  private void write(Target target, Site site, String verdict) {
    List<StackSamples.Counted> seen = site.stacks().all();
    log.warn(
        "{} {} ({}) {}",
        target.className,
        site.location,
        site.location.kind,
        verdict,
        stacks.take(
            target,
            "stack of the first call seen there",
            seen.isEmpty() ? null : seen.get(0).frames));
  }

  private String verdict(Mode mode, Site site, Reason reason) {
    boolean tries = mode.rehearses();
    if (reason == null) {
      String ignored = redirects.ignoresArguments(site) ? ", its arguments ignored" : "";
      return (tries ? "would be redirected to " : "is redirected to ")
          + redirects.answer(site)
          + ignored
          + (tries && site.isCalledByEarlyHandle() ? EarlyHandles.ofOne() : "");
    }
    return (tries ? "would not be redirected: " : "is not redirected: ") + reason.sentence();
  }

  /** The last verdict on a call site. */
  private static final class Verdict {
    private String text;
    private int changes;
    private String answer;
    private long redirects;
    private boolean redirected;

    /** Takes note that the site is not to be redirected; what it was before does not count. */
    void noteKept(long count) {
      answer = null;
      redirects = count;
      redirected = false;
    }

    /** Tells whether the site was redirected since it is to be, and is to get that answer. */
    boolean hasRedirected(String latest, long count) {
      if (redirected && !latest.equals(answer)) {
        redirects = count; // the first redirect is said at once, with the latest answer
      }
      answer = latest;
      redirected |= count > redirects;
      return count > redirects;
    }

    /** Tells whether the verdict is to be logged: it is new, and it has not changed too often. */
    boolean isDue(String latest) {
      if (latest.equals(text)) {
        return false;
      }
      text = latest;
      changes++;
      return (changes & (changes - 1)) == 0;
    }
  }
}
