package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.engine.detect.Kind;
import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.detect.Site;
import dev.ssot.engine.detect.Target;
import dev.ssot.engine.detect.snapshot.CanonicalSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** What is known of the canonical instance of each target. Runs no code of the application. */
public final class Canonicals {
  private final SitePolicy policy;
  private final Map<Target, CanonicalMember> members =
      Collections.synchronizedMap(new WeakHashMap<Target, CanonicalMember>());

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
      snapshot.birthSite =
          birth.location.file == null ? null : birth.location.file + ":" + birth.location.line;
      snapshot.birthAt = Instant.ofEpochMilli(birth.firstSeen());
    }
  }

  /**
   * Why {@code enforce} would leave a site as it is.
   *
   * @return null if it would redirect
   */
  public Reason reasonToKeep(Target target, Site site) {
    if (site.location.kind == Kind.UNATTRIBUTED) {
      return Reason.UNATTRIBUTED;
    }
    Kind kind = site.location.kind;
    if (!site.isLinked() && (kind == Kind.NEW || kind == Kind.METHOD_REFERENCE)) {
      Reason left = target.leftAsIs().reasonAt(site.location);
      return left == null ? Reason.CLASS_FILE_TOO_OLD : left;
    }
    if (site.isPassingArguments()) {
      return Reason.ARGUMENTS;
    }
    if (site.isConfiguring() && !policy.options().ignoresConfigured()) {
      return Reason.CONFIGURED_AFTER_CONSTRUCTION;
    }
    boolean known = member(target).description() != null || isFirst(target);
    return known ? null : Reason.CANONICAL_UNKNOWN;
  }

  /**
   * Looks into the static fields of the targets that have constructed: their classes are
   * initialised by then. On the agent's thread, as it waits for an initialiser that still runs.
   */
  public void learn() {
    for (Target target : known()) {
      if (target.instances().live() > 0) {
        member(target).learn(target);
      }
    }
  }

  /** A copy: reading a field may wait, and nobody else should have to. */
  private List<Target> known() {
    synchronized (members) {
      return new ArrayList<Target>(members.keySet());
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
