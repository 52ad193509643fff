package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.SitePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is done for the providers of all targets twice a second, on the agent's thread. */
final class ProviderRounds {
  private final SitePolicy policy;
  private final RedirectListener listener;
  private final ProviderThreads threads;
  private final OverdueQuestions overdue = new OverdueQuestions();

  ProviderRounds(SitePolicy policy, RedirectListener listener, ProviderThreads threads) {
    this.policy = policy;
    this.listener = listener;
    this.threads = threads;
  }

  /** Does one round; asks nobody itself. */
  void perform(List<Map.Entry<Target, CanonicalSource>> known) {
    List<Thread> asking = new ArrayList<>();
    for (Map.Entry<Target, CanonicalSource> each : known) {
      Target target = each.getKey();
      CanonicalSource source = each.getValue();
      source.named.look(target);
      if (source.provider.isWanted() && redirects(target)) {
        source.provider.retry(target, threads);
      }
      if (!source.factoryTold && source.canonical.refusal() == Reason.CANONICAL_FACTORY) {
        source.factoryTold = true;
        listener.refused(target, Reason.CANONICAL_FACTORY, null);
      }
      if (!source.standInTold && source.canonical.standIn() != null) {
        source.standInTold = true;
        listener.standsIn(target, source.canonical.member().description());
      }
      source.provider.addOverdue(asking, policy.options().canonicalWait().toMillis());
    }
    overdue.look(asking);
  }

  /** Tells whether any site of the target is to be redirected as the modes are now. */
  private boolean redirects(Target target) {
    for (Site site : target.sites()) {
      if (policy.mode(target.className, site.location).redirects()) {
        return true;
      }
    }
    return false;
  }
}
