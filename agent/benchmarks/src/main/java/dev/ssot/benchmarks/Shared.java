package dev.ssot.benchmarks;

/** As {@link Target}, with the one instance that everyone should share. */
public final class Shared {
  private static final Shared INSTANCE = new Shared();

  final int value;

  /** What should not be called. */
  public Shared() {
    this.value = 1;
  }

  public static Shared getInstance() {
    return INSTANCE;
  }
}
