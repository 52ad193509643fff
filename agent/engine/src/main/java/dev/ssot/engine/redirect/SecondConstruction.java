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
    IllegalStateException refused = new IllegalStateException(message(target, made, instead));
    refused.setStackTrace(Frames.outsideTheAgent(refused.getStackTrace()));
    refused.initCause(construction(target, made));
    return refused;
  }

  /** Carries the stack of that construction. It is of a class that every loader has. */
  private static IllegalStateException construction(Target target, Site made) {
    String what =
        isFirst(target, made) ? "first " + target.className : target.className + " to share";
    IllegalStateException construction =
        new IllegalStateException("the " + what + " was constructed here");
    construction.setStackTrace(made.firstStack());
    return construction;
  }

  private static String message(Target target, Site made, String instead) {
    return "a second "
        + target.className
        + " is refused (ssot-agent, mode fail): the "
        + (isFirst(target, made) ? "first" : "one to share")
        + " was constructed by "
        + made.location
        + (made.firstSeen() == 0 ? "" : " at " + Instant.ofEpochMilli(made.firstSeen()))
        + (instead == null ? "; share that one" : "; use " + instead);
  }

  private static boolean isFirst(Target target, Site made) {
    return made == target.firstToConstruct();
  }
}
