package dev.ssot.engine.snapshot;

import java.time.Instant;

/** A target in a histogram of the live heap, compared with what the agent counted at that time. */
public final class HeapSnapshot {
  /** When the heap was counted. */
  public Instant at;

  /** Objects of exactly this class that were reachable. */
  public long instances;

  /** Those of them whose construction the agent saw and which it still tracked. */
  public long live;

  /** {@link #instances} less {@link #live}. */
  public long difference;

  /** Constructions while the heap was counted. The difference is uncertain by this number. */
  public long meanwhile;

  /**
   * Classes of this name, one per class loader. The histogram does not tell loaders apart: beyond
   * one, all numbers here are those of all of them together.
   */
  public int loaders;
}
