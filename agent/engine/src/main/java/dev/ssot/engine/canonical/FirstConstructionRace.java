package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;

/**
 * Lets one thread make the first construction while the others wait for its instance. The wait is
 * bounded; a thread that got no instance constructs as well.
 */
final class FirstConstructionRace {
  private final Canonical canonical;
  private Thread maker;

  FirstConstructionRace(Canonical canonical) {
    this.canonical = canonical;
  }

  /**
   * Waits for what another thread constructs. On an application's thread.
   *
   * @return null: construct, then tell by {@link #end}
   */
  Object answer(Target target, long millis) {
    synchronized (canonical) {
      Object instance = canonical.instance();
      if (instance == null && maker != null && maker != Thread.currentThread()) {
        if (!canonical.isGivenUp()) {
          instance = canonical.await(() -> maker != null, millis);
        }
        if (instance == null && maker != null) {
          target.countFailure(Reason.CANONICAL_TIMEOUT);
        }
      }
      if (instance == null) {
        maker = Thread.currentThread();
      }
      return instance;
    }
  }

  /** Ends the turn: the construction completed or threw. */
  void end() {
    synchronized (canonical) {
      if (maker == Thread.currentThread()) {
        maker = null;
        canonical.notifyAll();
      }
    }
  }
}
