package dev.ssot.engine.redirect;

import dev.ssot.engine.detect.Site;

/** What a construction is answered with. */
public final class Redirects {
  /**
   * Decides on one construction, where no call site is linked for good: reflection, handles,
   * deserialization, old class files.
   *
   * @param arguments of the constructor; null for none. Never kept, never shown
   * @return the canonical instance, which the site is counted to have got; an {@code
   *     IllegalStateException} to be thrown at the site; null to construct
   */
  public Object instead(Site site, Object[] arguments) {
    return null;
  }
}
