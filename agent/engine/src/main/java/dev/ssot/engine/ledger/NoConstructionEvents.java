package dev.ssot.engine.ledger;

import java.lang.invoke.MethodHandle;

/** Nobody records. */
final class NoConstructionEvents implements ConstructionEvents {
  @Override
  public MethodHandle afterConstruction(Site site) {
    return null;
  }

  @Override
  public MethodHandle afterRedirect(Site site) {
    return null;
  }

  @Override
  public void constructed(Site site) {}

  @Override
  public void redirected(Site site) {}
}
