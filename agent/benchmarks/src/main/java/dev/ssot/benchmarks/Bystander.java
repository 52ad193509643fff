package dev.ssot.benchmarks;

/** Like {@link Target}, but no target of the agent. */
public final class Bystander {
  final int value;

  /** Does what every benchmark calls. */
  public Bystander() {
    this.value = 1;
  }
}
