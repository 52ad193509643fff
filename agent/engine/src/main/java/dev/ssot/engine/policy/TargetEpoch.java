package dev.ssot.engine.policy;

import dev.ssot.engine.ledger.PlainSites;
import java.lang.invoke.SwitchPoint;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * One switch for the linked call sites of one target. Other targets do not notice when it ends.
 *
 * <p>Its end costs each hot call site of the target a compilation. So an instance that changes
 * often, because its owner closes it all the time, is not linked any more: call sites look it up,
 * and a change has nothing to end. After a while without changes they link it again.
 */
public final class TargetEpoch {
  /** This number of changes within a minute is often. */
  private static final int OFTEN = 3;

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  /** How long there must be no change until the instance is linked again. */
  private static final long QUIET = TimeUnit.MINUTES.toNanos(5);

  private final LongSupplier nanoTime;
  private final AtomicReference<SwitchPoint> current = new AtomicReference<>(new SwitchPoint());
  private final PlainSites plain;

  /** When the last changes were, the oldest first; those that were not made yet are none. */
  private final long[] changes = new long[OFTEN];

  private int made;
  private volatile boolean looksUp;
  private volatile long lastChange;

  /**
   * Begins the first epoch.
   *
   * @param plain the sites that ask nobody; an end makes them ask
   */
  TargetEpoch(PlainSites plain) {
    this(
        plain,
        new LongSupplier() {
          @Override
          public long getAsLong() {
            return System.nanoTime();
          }
        });
  }

  TargetEpoch(PlainSites plain, LongSupplier nanoTime) {
    this.plain = plain;
    this.nanoTime = nanoTime;
  }

  /** Returns the current switch. It has to be read before the mode that is linked under it. */
  public SwitchPoint current() {
    return current.get();
  }

  /** Ends the epoch. The new one begins before the old one ends. */
  public void next() {
    SwitchPoint.invalidateAll(new SwitchPoint[] {replace()});
  }

  /**
   * Begins a new epoch, and returns the old one, which only this caller ends. The sites that ask
   * nobody ask from now on.
   */
  SwitchPoint replace() {
    plain.end();
    return current.getAndSet(new SwitchPoint());
  }

  /**
   * Takes note that the canonical instance has ended or was replaced: no call site is linked to it
   * from now on. At most a few of these end the epoch, the others find that there is nothing
   * linked.
   */
  public void instanceChanged() {
    if (noteChange(nanoTime.getAsLong())) {
      next();
    }
  }

  /** Returns whether call sites may be linked to the instance. */
  private synchronized boolean noteChange(long now) {
    lastChange = now;
    if (looksUp) {
      return false;
    }
    System.arraycopy(changes, 1, changes, 0, OFTEN - 1);
    changes[OFTEN - 1] = now;
    made = Math.min(made + 1, OFTEN);
    // Before the epoch ends: whoever links itself under the next one sees it.
    looksUp = made == OFTEN && now - changes[0] <= MINUTE;
    return true;
  }

  /** Tells whether a call site is to look up the instance each time and not to link it. */
  public boolean looksUp() {
    return looksUp && (nanoTime.getAsLong() - lastChange < QUIET || isStillOften());
  }

  private synchronized boolean isStillOften() {
    if (looksUp && nanoTime.getAsLong() - lastChange >= QUIET) {
      looksUp = false;
      made = 0;
    }
    return looksUp;
  }
}
