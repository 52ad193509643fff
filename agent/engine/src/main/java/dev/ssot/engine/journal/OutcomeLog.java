package dev.ssot.engine.journal;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSamples;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.thread.Chore;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;

/**
 * Tells once of each call site where the constructor threw, and once where mode {@code fail} has
 * refused, as the application may swallow the exception. On the agent's thread.
 */
public final class OutcomeLog implements Chore {
  /** The maximum number of lines; the report has everything. */
  private static final int BOUND = 500;

  private final Targets targets;
  private final LoggedStacks stacks;
  private final Logger log;
  private final Set<Site> failed = Collections.newSetFromMap(new WeakHashMap<>());
  private final Set<Site> refused = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * Creates the chore.
   *
   * @param stacks shared with whoever else logs call sites
   */
  public OutcomeLog(Targets targets, LoggedStacks stacks, Logger log) {
    this.targets = targets;
    this.stacks = stacks;
    this.log = log;
  }

  @Override
  public void perform(long now) {
    for (Target target : targets.all()) {
      if (target.hasOutcomes()) {
        tell(target);
      }
    }
  }

  private void tell(Target target) {
    for (Site site : target.sites()) {
      if (site.refusals() > 0 && isDue(refused, site)) {
        write("a construction of {} was refused at {} ({}), in mode fail", site);
      }
      if (site.failed() > 0 && isDue(failed, site)) {
        write("a construction of {} failed at {} ({}): the constructor threw", site);
      }
    }
  }

  private static boolean isDue(Set<Site> said, Site site) {
    return said.size() < BOUND && said.add(site);
  }

  private void write(String text, Site site) {
    List<StackSamples.Counted> seen = site.stacks().all();
    log.warn(
        text,
        site.target.className,
        site.location,
        site.location.kind,
        stacks.take(
            site.target,
            "stack of the first call seen there",
            seen.isEmpty() ? null : seen.get(0).frames));
  }
}
