package dev.ssot.engine.redirect;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.stack.Frames;
import java.time.Instant;

/**
 * The exception of mode {@code fail}: it says where the canonical instance, or else the first one,
 * came from and what to write instead.
 */
final class SecondConstruction {
  private SecondConstruction() {}

  /**
   * @param made where the canonical instance was constructed; if it is not known, the first one
   * @param instead what to write in the source; null if that is not known
   */
  static IllegalStateException refused(Target target, Site made, String instead) {
    boolean first = made == target.firstToConstruct();
    IllegalStateException refused =
        new IllegalStateException(
            "a second "
                + target.className
                + " is refused (ssot-agent, mode fail): the "
                + (first ? "first" : "one to share")
                + " was constructed by "
                + made.location
                + (made.firstSeen() == 0 ? "" : " at " + Instant.ofEpochMilli(made.firstSeen()))
                + (instead == null ? "; share that one" : "; use " + instead));
    refused.setStackTrace(Frames.outsideTheAgent(refused.getStackTrace()));
    refused.initCause(
        construction(made, first ? "first " + target.className : target.className + " to share"));
    return refused;
  }

  /** Carries the stack of that construction. It is of a class that every loader has. */
  private static IllegalStateException construction(Site made, String what) {
    IllegalStateException construction =
        new IllegalStateException("the " + what + " was constructed here");
    construction.setStackTrace(made.firstStack());
    return construction;
  }
}
