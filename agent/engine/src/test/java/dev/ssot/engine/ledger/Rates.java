package dev.ssot.engine.ledger;

import java.util.concurrent.TimeUnit;

/** Lets call sites construct for a minute of a clock of their own. */
public final class Rates {
  private Rates() {}

  /** Constructs so often within one minute. */
  public static void ofAMinute(Site site, int times) {
    site.tick(0, 0, new PlainCounts());
    for (int i = 0; i < times; i++) {
      site.countConstruction(new Object());
    }
    site.tick(0, TimeUnit.MINUTES.toNanos(1), new PlainCounts());
  }
}
