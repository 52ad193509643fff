package dev.ssot.engine.ledger;

/**
 * What the call sites of one target add up to. The one home of these sums, and of what follows from
 * them, for the report, JMX, health and metrics. Not safe for threads that share one.
 */
public final class Totals {
  private long constructions;
  private long redirects;
  private long live;

  /** Adds up the counters of a target's sites as they are now. */
  public static Totals of(Target target) {
    Totals totals = new Totals();
    target.instances().live(); // takes note of what was collected, before sites are read
    for (Site site : target.sites()) {
      long live = site.live(); // first: what is made between the two is alive and not counted yet
      totals.add(site.constructions(), site.redirects(), live);
    }
    return totals;
  }

  /** Adds what was read of one site. */
  public void add(long constructions, long redirects, long live) {
    this.constructions += constructions;
    this.redirects += redirects;
    this.live += live;
  }

  /** Adds instances that are alive and belong to no site: nobody saw them being made. */
  public void addUntracked(long instances) {
    live += instances;
  }

  /** Returns the constructions, those of allowed sites included. */
  public long constructions() {
    return constructions;
  }

  /** Returns the constructions that were answered with the canonical instance. */
  public long redirects() {
    return redirects;
  }

  /** Returns the instances that are alive as far as is known. */
  public long live() {
    return live;
  }

  /** Returns the live instances beyond the one that everyone should share. */
  public long duplicates() {
    return Math.max(0, live - 1);
  }
}
