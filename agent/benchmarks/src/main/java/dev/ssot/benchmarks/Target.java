package dev.ssot.benchmarks;

/** The class that is counted. Its constructor does as little as one can, so that overhead shows. */
public final class Target {
  final int value;

  /** What every benchmark calls. */
  public Target() {
    this.value = 1;
  }
}
