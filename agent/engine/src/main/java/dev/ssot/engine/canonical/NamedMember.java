package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import java.util.concurrent.TimeUnit;

/**
 * Finds out, in every mode, whether the member that the option {@code canonical} names exists. It
 * looks at class files and loaded classes; it loads no class and runs no code of the application.
 * Used by the agent's thread, but for {@link #hurry}.
 */
final class NamedMember {
  private static final long SHORTEST_PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(5);

  private final Canonical canonical;
  private final RedirectListener listener;
  private final ProviderCheck check;
  private final LearnedMember member;
  private boolean found;
  private volatile long pause;
  private long pausedAt;

  NamedMember(Canonical canonical, RedirectListener listener, ProviderCheck check) {
    this.canonical = canonical;
    this.listener = listener;
    this.check = check;
    this.member = canonical.member().isNamed() ? canonical.member().learned() : null;
  }

  /** Lets the next look be taken at once, as there is a class that may have the member. */
  void hurry() {
    pause = 0;
  }

  /** Looks until the member is found, or its value was learned; ever more rarely. */
  void look(Target target) {
    ClassLoader loader = target.loader();
    if (member == null || found || loader == null) {
      return;
    }
    if (canonical.instance() != null) {
      found = true;
      return;
    }
    if (pause != 0 && System.nanoTime() - pausedAt < pause) {
      return;
    }
    pausedAt = System.nanoTime();
    pause = pause == 0 ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
    found = check.check(target.className, member, loader) != ProviderCheck.Verdict.ABSENT;
    note(target);
  }

  private void note(Target target) {
    if (canonical.noteAbsent(!found)) {
      listener.relink(target);
    }
    if (canonical.isAbsent()) {
      listener.refused(target, Reason.CANONICAL_ABSENT, null);
    }
  }
}
