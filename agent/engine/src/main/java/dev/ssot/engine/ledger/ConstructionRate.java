package dev.ssot.engine.ledger;

/**
 * How often a call site constructs, over the last five minutes. Unknown before it was watched for a
 * whole minute, so that what an application constructs at its start is no rate. It changes twice a
 * minute, so that all who ask at about the same time get the same number.
 */
final class ConstructionRate {
  private static final long MINUTE = 60_000_000_000L;
  private static final long STEP = 30_000_000_000L;

  /** One more than the steps of five minutes. */
  private static final int READINGS = 11;

  private final long[] counts = new long[READINGS];
  private final long[] times = new long[READINGS];
  private int taken;

  /**
   * Takes the count as it is now.
   *
   * @param nanos of a clock that never jumps
   */
  synchronized void tick(long count, long nanos) {
    if (taken == 0 || nanos - times[last()] >= STEP) {
      counts[taken % READINGS] = count;
      times[taken % READINGS] = nanos;
      taken++;
    }
  }

  synchronized double perMinute() {
    if (taken == 0) {
      return 0;
    }
    int last = last();
    int oldest = taken < READINGS ? 0 : taken % READINGS;
    long watched = times[last] - times[oldest];
    return watched < MINUTE ? 0 : (counts[last] - counts[oldest]) * (double) MINUTE / watched;
  }

  private int last() {
    return (taken - 1) % READINGS;
  }
}
