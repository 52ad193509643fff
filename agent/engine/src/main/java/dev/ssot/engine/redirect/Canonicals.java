package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.detect.Site;
import dev.ssot.engine.detect.Target;
import dev.ssot.engine.detect.snapshot.CanonicalSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of the canonical instance of each target. Runs no code of the application. */
public final class Canonicals {
  private final SitePolicy policy;
  private final Map<Target, CanonicalMember> members =
      new ConcurrentHashMap<Target, CanonicalMember>();

  public Canonicals(SitePolicy policy) {
    this.policy = policy;
  }

  /** The class file of a target was read. */
  public void read(Target target, TargetShape shape) {
    CanonicalOption option = policy.canonical(target.className);
    members.put(target, CanonicalMember.of(option, shape));
  }

  /** For the report. */
  public CanonicalSnapshot describe(Target target) {
    CanonicalOption option = policy.canonical(target.className);
    CanonicalMember member = member(target);
    CanonicalSnapshot snapshot = new CanonicalSnapshot();
    snapshot.source = option.isNamed() ? "option" : option.toString();
    snapshot.description = member.description();
    snapshot.replacement = member.replacement();
    Object instance = member.learned();
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
      snapshot.birthSite = birth.location.file + ":" + birth.location.line;
      snapshot.birthAt = Instant.ofEpochMilli(birth.firstSeen());
    }
  }

  /**
   * Why {@code enforce} would leave a site as it is.
   *
   * @return null if it would redirect
   */
  public Reason reasonToKeep(Target target, Site site) {
    switch (site.location.kind) {
      case UNATTRIBUTED:
        return Reason.UNATTRIBUTED;
      default:
        return member(target).description() == null && !isFirst(target)
            ? Reason.CANONICAL_UNKNOWN
            : null;
    }
  }

  /**
   * Looks into the static fields of the targets that have constructed: their classes are
   * initialised by then. On the agent's thread, as it waits for an initialiser that still runs.
   */
  public void learn() {
    for (Map.Entry<Target, CanonicalMember> each : members.entrySet()) {
      if (each.getKey().instances().live() > 0) {
        each.getValue().learn(each.getKey());
      }
    }
  }

  private boolean isFirst(Target target) {
    return policy.canonical(target.className).kind() == CanonicalOption.Kind.FIRST;
  }

  private CanonicalMember member(Target target) {
    CanonicalMember known = members.get(target);
    return known == null ? CanonicalMember.UNKNOWN : known;
  }
}
