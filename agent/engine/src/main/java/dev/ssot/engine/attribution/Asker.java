package dev.ssot.engine.attribution;

import dev.ssot.engine.ledger.Site;

/** Who asks for an object. For moments only, as it leads to a class of the application. */
public final class Asker {
  private final Site site;
  private final Class<?> type;

  Asker(Site site, Class<?> type) {
    this.site = site;
    this.type = type;
  }

  /** Returns the call site. */
  public Site site() {
    return site;
  }

  /** Returns the class on whose behalf another one constructs; null if it does so for itself. */
  public Class<?> type() {
    return type;
  }
}
