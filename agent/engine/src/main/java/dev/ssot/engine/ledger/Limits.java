package dev.ssot.engine.ledger;

/** How much is kept of each target. */
public final class Limits {
  /** Sites per target; all others are counted as one site {@code other}. */
  static final int SITES = 10_000;

  /** Instances tracked per target. */
  final int live;

  /** Distinct stacks per call site. */
  final int stacks;

  public Limits(int live, int stacks) {
    this.live = live;
    this.stacks = stacks;
  }
}
