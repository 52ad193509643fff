package dev.ssot.benchmarks.library;

/** A target whose constructions are counted where they are. */
public final class Pool {
  private final int value;

  Pool() {
    this.value = 1;
  }

  /** Returns a number, so that it is used. */
  public int value() {
    return value;
  }
}
