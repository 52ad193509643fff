package dev.ssot.engine.ledger;

/**
 * How often a call site constructs, over the last five minutes. Unknown before it was watched for a
 * whole minute, so that what an application constructs at its start is no rate.
 */
final class ConstructionRate {
  private static final long MINUTE = 60_000_000_000L;
  private static final long STEP = 30_000_000_000L;

  /** One more than the steps of five minutes. */
  private static final int READINGS = 11;

  private final long[] counts = new long[READINGS];
  private final long[] times = new long[READINGS];
  private int taken;
  private long count;
  private long time;

  /**
   * Takes the count as it is now.
   *
   * @param nanos of a clock that never jumps
   */
  synchronized void tick(long count, long nanos) {
    this.count = count;
    this.time = nanos;
    int last = (taken + READINGS - 1) % READINGS;
    if (taken == 0 || nanos - times[last] >= STEP) {
      counts[taken % READINGS] = count;
      times[taken % READINGS] = nanos;
      taken++;
    }
  }

  synchronized double perMinute() {
    if (taken == 0) {
      return 0;
    }
    int oldest = taken < READINGS ? 0 : taken % READINGS;
    long watched = time - times[oldest];
    return watched < MINUTE ? 0 : (count - counts[oldest]) * (double) MINUTE / watched;
  }
}
