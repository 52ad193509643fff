package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.IdentitySet;

/**
 * The call sites and handles that the application was given, weakly held. It may keep them for
 * ever; released, they construct, and nothing of the engine is reached from them.
 */
final class GivenHandles {
  private final IdentitySet given = new IdentitySet();
  private volatile boolean released;

  /** Notes what was linked, and releases it if the engine has gone meanwhile. */
  void add(Given handle) {
    given.add(handle);
    if (released) {
      handle.release();
    }
  }

  /** Releases everything, and what is added later. */
  void release() {
    released = true;
    for (Object each : given.all()) {
      ((Given) each).release();
    }
  }

  /** What the application was given. */
  interface Given {
    /** Makes it construct for ever. Calling it again does no harm. */
    void release();
  }
}
