package dev.ssot.engine.ledger;

import java.lang.invoke.MethodHandle;

/**
 * Reports constructions and redirects one by one to a recorder. It costs nothing while nobody
 * records: a site asks when it is linked, and sites are linked again when the answer changes.
 */
public interface ConstructionEvents {
  /** Nobody records. */
  ConstructionEvents NONE = new NoConstructionEvents();

  /**
   * Returns what a linked site runs after each construction: a handle without arguments and result
   * that never throws.
   *
   * @return null for nothing
   */
  MethodHandle afterConstruction(Site site);

  /** Returns the same for what runs after each redirect. */
  MethodHandle afterRedirect(Site site);

  /** Takes a construction that no linked site accounts for. Never throws. */
  void constructed(Site site);

  /** Takes a redirect that no linked site accounts for. Never throws. */
  void redirected(Site site);
}
