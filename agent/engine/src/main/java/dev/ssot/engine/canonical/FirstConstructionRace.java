package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import java.util.function.BooleanSupplier;

/**
 * Lets one thread construct what is to be shared, the first instance or a stand-in, while the
 * others wait for it. The wait is bounded; a thread that got no instance constructs as well.
 */
final class FirstConstructionRace implements BooleanSupplier {
  private final Canonical canonical;

  /**
   * Only a thread itself makes itself the maker, so that it needs no monitor to see whether it is.
   */
  private volatile Thread maker;

  FirstConstructionRace(Canonical canonical) {
    this.canonical = canonical;
  }

  /**
   * Waits for what another thread constructs. On an application's thread.
   *
   * @param late whether this thread has waited in vain for something else already
   * @return null: construct, then tell by {@link #end}
   */
  Object answer(Target target, long millis, boolean late) {
    synchronized (canonical) {
      Object instance = canonical.shared();
      if (instance == null && isMadeElsewhere() && !canonical.isGivenUp()) {
        instance = canonical.await(this, millis);
      }
      if (instance == null) {
        if (late || isMadeElsewhere()) {
          target.countFailure(Reason.CANONICAL_TIMEOUT);
        }
        maker = Thread.currentThread();
      }
      return instance;
    }
  }

  private boolean isMadeElsewhere() {
    return maker != null && !isMaker();
  }

  /** Tells whether a construction is going on. */
  @Override
  public boolean getAsBoolean() {
    synchronized (canonical) {
      return maker != null;
    }
  }

  /** Tells whether the others wait for this thread. */
  boolean isMaker() {
    return maker == Thread.currentThread();
  }

  /** Ends the turn: the construction completed or threw. */
  void end() {
    if (!isMaker()) {
      return;
    }
    synchronized (canonical) {
      if (isMaker()) {
        maker = null;
        canonical.notifyAll();
      }
    }
  }
}
