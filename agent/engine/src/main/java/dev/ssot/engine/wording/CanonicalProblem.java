package dev.ssot.engine.wording;

import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.CanonicalSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;

/** What is to be mended before a target's canonical instance can be known. */
public final class CanonicalProblem {
  private final TargetSnapshot target;
  private final CanonicalSnapshot canonical;

  public CanonicalProblem(TargetSnapshot target) {
    this.target = target;
    this.canonical = target.canonical;
  }

  /**
   * Tells whether somebody should look: what the option names does not work, or a call site is to
   * be redirected and cannot be. In a mode that only counts, an unknown instance is no problem.
   */
  public boolean isUrgent() {
    if (canonical == null
        || canonical.reason == null
        || canonical.reason == Reason.CANONICAL_UNCHECKED) {
      return false;
    }
    return !canonical.isNotToBeHad() || isToBeRedirected();
  }

  private boolean isToBeRedirected() {
    for (SiteSnapshot site : target.sites) {
      if (site.mode.redirects() && site.reason == canonical.reason) {
        return true;
      }
    }
    return false;
  }

  /** Says {@code com.acme.Nope#get() (option): the provider does not exist; nothing is …}. */
  public String sentence() {
    String what =
        canonical.description == null
            ? "not known"
            : canonical.description + " (" + canonical.source + ")";
    return what + ": " + canonical.reason.sentence() + consequence();
  }

  private String consequence() {
    if (canonical.standIn) {
      return "; until it yields an instance, redirected call sites share one that one of them has"
          + " made";
    }
    return canonical.isUnusable() ? "; nothing is redirected (" + canonical.reason + ")" : "";
  }
}
