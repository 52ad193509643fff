package dev.ssot.benchmarks;

/** As {@link Target}, and nobody's business. */
public final class Bystander {
  final int value;

  /** What every benchmark calls. */
  public Bystander() {
    this.value = 1;
  }
}
