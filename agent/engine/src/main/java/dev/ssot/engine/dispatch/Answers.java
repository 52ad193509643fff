package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.redirect.Answer;

/** Decides what constructions are answered with. */
interface Answers {
  /**
   * Decides on one construction.
   *
   * @param made the class to be constructed
   * @param arguments of the constructor; null for none
   */
  Answer instead(Site site, Class<?> made, Object[] arguments) throws Throwable;

  /** Tells whether any mode may answer otherwise than by constructing. */
  boolean isActive();
}
