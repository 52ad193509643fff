package dev.ssot.engine.ledger;

import dev.ssot.engine.place.Location;

/**
 * Whether constructions at a place are counted; asked whenever a place is linked, and for each
 * construction that only the constructor hook sees.
 */
public interface CountingPolicy {
  /** Tells whether to count there. Must not call into the application. */
  boolean counts(String target, Location location);
}
