package dev.ssot.benchmarks.library;

import dev.ssot.benchmarks.Target;

/** Constructs on behalf of whoever calls it. */
public final class Maker {
  private Maker() {}

  /** Makes a target. */
  public static Target make() {
    return new Target();
  }
}
