package dev.ssot.engine.ledger;

/**
 * The counts of all plain sites at one moment. They are read at once, and only if a site asks, as
 * thousands of sites that add up their own take most of the time of a round. Not thread-safe.
 */
final class PlainCounts {
  private long[] counts = {};
  private boolean isRead;

  /** Has the counts read again for the next one who asks. */
  void begin() {
    isRead = false;
  }

  /** Returns the constructions that were only counted; exact once the threads are done. */
  long of(PlainSite site) {
    if (!isRead) {
      counts = SsotDispatch.counts(counts);
      isRead = true;
    }
    return site.id < counts.length ? counts[site.id] : site.constructions();
  }
}
