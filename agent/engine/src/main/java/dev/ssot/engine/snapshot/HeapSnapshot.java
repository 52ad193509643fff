package dev.ssot.engine.snapshot;

import java.time.Instant;

/** A target as a histogram of the live heap showed it, beside what the agent counted then. */
public final class HeapSnapshot {
  /** When the heap was counted. */
  public Instant at;

  /** Objects of exactly this class that were reachable. */
  public long instances;

  /** Those of them that the agent saw being made and still tracked. */
  public long live;

  /** {@link #instances} less {@link #live}. */
  public long difference;

  /**
   * Constructions while the heap was counted: the difference is uncertain by as many, and what was
   * older at the end cannot be told.
   */
  public long meanwhile;

  /**
   * Classes of this name, one per class loader. The histogram does not tell loaders apart: beyond
   * one, all numbers here are those of all of them together.
   */
  public int loaders;
}
