package dev.ssot.benchmarks.library;

/** Is handed out as {@link Client}. */
final class OtherClient implements Client {
  @Override
  public int value() {
    return 1;
  }
}
