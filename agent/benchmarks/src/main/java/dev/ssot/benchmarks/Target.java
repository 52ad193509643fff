package dev.ssot.benchmarks;

/**
 * The class that is counted. Its constructor does as little as possible, so that overhead shows.
 */
public final class Target {
  final int value;

  /** Does what every benchmark calls. */
  public Target() {
    this.value = 1;
  }
}
