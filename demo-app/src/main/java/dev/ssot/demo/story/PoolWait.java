package dev.ssot.demo.story;

/**
 * How often, and how long in all, callers have waited for a Redis connection up to one moment.
 *
 * @param seconds over all of them
 */
record PoolWait(Double times, Double seconds) {

  static PoolWait upToNow(ServicePage page) {
    return new PoolWait(
        page.metric("redis_pool_wait_seconds_count"), page.metric("redis_pool_wait_seconds_sum"));
  }

  /** Milliseconds for one of them, on average; null when nobody has waited since. */
  Double meanSince(PoolWait earlier) {
    if (times == null || earlier.times == null || times.equals(earlier.times)) {
      return null;
    }
    return 1_000 * (seconds - earlier.seconds) / (times - earlier.times);
  }
}
