package dev.ssot.engine.redirect;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.stack.Frames;
import java.time.Instant;

/**
 * The exception of mode {@code fail}: it says where the first instance came from and what to write
 * instead.
 */
final class SecondConstruction {
  private SecondConstruction() {}

  /**
   * @param instead what to write in the source; null if that is not known
   */
  static IllegalStateException refused(Target target, Site first, String instead) {
    IllegalStateException refused = new IllegalStateException(message(target, first, instead));
    refused.setStackTrace(Frames.outsideTheAgent(refused.getStackTrace()));
    refused.initCause(construction(target, first));
    return refused;
  }

  /** Carries the stack of the first construction. It is of a class that every loader has. */
  private static IllegalStateException construction(Target target, Site first) {
    IllegalStateException construction =
        new IllegalStateException("the first " + target.className + " was constructed here");
    construction.setStackTrace(first.firstStack());
    return construction;
  }

  private static String message(Target target, Site first, String instead) {
    return "a second "
        + target.className
        + " is refused (ssot-agent, mode fail): the first was constructed by "
        + first.location
        + (first.firstSeen() == 0 ? "" : " at " + Instant.ofEpochMilli(first.firstSeen()))
        + (instead == null ? "; share that one" : "; use " + instead);
  }
}
