package dev.ssot.engine.journal;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.thread.Chore;
import java.util.Map;
import java.util.WeakHashMap;
import org.slf4j.Logger;

/**
 * Logs once for each call site what {@code enforce} does with it, or in {@code dry-run} would do.
 * It runs on the agent's thread, so that a construction pays nothing for it.
 */
public final class VerdictLog implements Chore {
  /** The maximum number of lines; the report has everything. */
  private static final int BOUND = 1_000;

  private final Targets targets;
  private final SitePolicy policy;
  private final Redirects redirects;
  private final Logger log;
  private final Map<Site, String> said = new WeakHashMap<>();
  private int lines;

  public VerdictLog(Targets targets, SitePolicy policy, Redirects redirects, Logger log) {
    this.log = log;
    this.targets = targets;
    this.policy = policy;
    this.redirects = redirects;
  }

  @Override
  public void perform(long now) {
    if (!policy.has(Mode::decides)) {
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
    String verdict = verdict(mode, site);
    if (!verdict.equals(said.put(site, verdict))) {
      lines++;
      log.warn("{} {} {}", target.className, site.location, verdict);
    }
  }

  private String verdict(Mode mode, Site site) {
    Reason reason = redirects.reasonToKeep(site);
    boolean tries = mode.rehearses();
    if (reason == null) {
      String ignored = redirects.ignoresArguments(site) ? ", its arguments ignored" : "";
      return (tries ? "would be redirected to " : "is redirected to ")
          + redirects.answer(site)
          + ignored;
    }
    return (tries ? "would not be redirected: " : "is not redirected: ") + reason.sentence();
  }
}
