package dev.ssot.benchmarks;

/** Like {@link Target}, with the one instance that everyone should share. */
public final class Shared {
  private static final Shared INSTANCE = new Shared();

  final int value;

  /** Should not be called by anybody else. */
  public Shared() {
    this.value = 1;
  }

  public static Shared getInstance() {
    return INSTANCE;
  }
}
