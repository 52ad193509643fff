package dev.ssot.engine.ledger;

/**
 * The sums over the call sites of one target, and what follows from them. The report, JMX, health
 * and metrics all take them from here. Not thread-safe.
 */
public final class Totals {
  /**
   * From so many constructions a minute on, all call sites together, a target is constructed per
   * request. Nobody needs an object that is to be shared every six seconds.
   */
  public static final int CHURN_PER_MINUTE = 10;

  private long constructions;
  private long redirects;
  private long failed;
  private long refusals;
  private long live;
  private long canonicals;
  private double churn;

  /** Adds up the counters of a target's sites as they are now. */
  public static Totals of(Target target) {
    Totals totals = new Totals();
    target.instances().live(); // notes what was collected, before sites are read
    for (Site site : target.sites()) {
      long live =
          site.live(); // read first, as an object made in between is alive and not counted yet
      totals.add(site.constructions(), site.redirects(), live);
      totals.addUnmade(site.failed(), site.refusals());
    }
    totals.setCanonicals(target.canonicals().size());
    return totals;
  }

  /** Sets the number of live instances that are canonical: one, or one per list of arguments. */
  public void setCanonicals(long instances) {
    canonicals = instances;
  }

  /** Adds the figures of one site. */
  public void add(long constructions, long redirects, long live) {
    this.constructions += constructions;
    this.redirects += redirects;
    this.live += live;
  }

  /** Adds the constructions of one site that threw, and those that were refused. */
  public void addUnmade(long failed, long refusals) {
    this.failed += failed;
    this.refusals += refusals;
  }

  /**
   * Adds the constructions per minute of one site; not those of sites that may construct or are
   * redirected.
   */
  public void addChurn(double perMinute) {
    churn += perMinute;
  }

  /** Adds live instances that belong to no site, as nobody saw their construction. */
  public void addUntracked(long instances) {
    live += instances;
  }

  /** Returns the constructions, including those of allowed sites. */
  public long constructions() {
    return constructions;
  }

  /** Returns the constructions that were answered with the canonical instance. */
  public long redirects() {
    return redirects;
  }

  /** Returns the constructions that threw. */
  public long failed() {
    return failed;
  }

  /** Returns the constructions that mode {@code fail} refused. */
  public long refusals() {
    return refusals;
  }

  /** Returns the constructions per minute at the sites that are to be fixed, as a whole number. */
  public long churn() {
    return Math.round(churn);
  }

  /** Tells whether the target is constructed so often that somebody should look. */
  public boolean isChurn() {
    return churn() >= CHURN_PER_MINUTE;
  }

  /** Returns the instances that are alive as far as is known. */
  public long live() {
    return live;
  }

  /** Returns the number of live instances beyond those that everyone should share. */
  public long duplicates() {
    return Math.max(0, live - Math.max(1, canonicals));
  }
}
