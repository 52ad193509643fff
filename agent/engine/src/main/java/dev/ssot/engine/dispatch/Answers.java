package dev.ssot.engine.dispatch;

import dev.ssot.engine.detect.Site;

/** What a construction is to be answered with. */
interface Answers {
  /**
   * Decides on one construction.
   *
   * @param made the class to be constructed
   * @param arguments of the constructor; null for none
   * @return the instance; an {@code IllegalStateException} to be thrown; null to construct
   */
  Object instead(Site site, Class<?> made, Object[] arguments) throws Throwable;
}
