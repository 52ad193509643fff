package dev.ssot.benchmarks.library;

/** A target that no constructor tells of. */
public interface Client {
  /** Returns a number, so that it is used. */
  int value();
}
