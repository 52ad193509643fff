package dev.ssot.engine.snapshot.take;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.engine.canonical.Canonical;
import dev.ssot.engine.canonical.Canonicals;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.snapshot.CanonicalSnapshot;
import java.time.Instant;

/** Says for the report what is known of a target's canonical instance. */
public final class CanonicalSnapshots {
  private final SitePolicy policy;
  private final Canonicals canonicals;

  public CanonicalSnapshots(SitePolicy policy, Canonicals canonicals) {
    this.policy = policy;
    this.canonicals = canonicals;
  }

  /** Reads what is known now; asks nobody. */
  public CanonicalSnapshot take(Target target) {
    CanonicalOption option = policy.canonical(target.className);
    Canonical canonical = canonicals.of(target);
    CanonicalSnapshot snapshot = new CanonicalSnapshot();
    snapshot.source = option.isNamed() ? "option" : option.toString();
    snapshot.description = canonical.member().description();
    snapshot.standIn = canonical.standIn() != null;
    Reason doubt = canonicals.reasonForDoubt(target);
    snapshot.reason = doubt == null ? canonical.problem() : doubt;
    snapshot.replacement = canonical.replacement();
    Object instance = canonical.instance();
    if (instance != null) {
      describe(instance, target, snapshot);
    }
    return snapshot;
  }

  private static void describe(Object instance, Target target, CanonicalSnapshot snapshot) {
    snapshot.resolved = true;
    snapshot.identity = Integer.toHexString(System.identityHashCode(instance));
    Site birth = target.instances().madeBy(instance);
    if (birth != null) {
      snapshot.birthSite =
          birth.location.file == null ? null : birth.location.file + ":" + birth.location.line;
      snapshot.birthAt = Instant.ofEpochMilli(birth.firstSeen());
    }
  }
}
