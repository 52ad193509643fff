package dev.ssot.engine.snapshot;

import java.util.List;

/** One distinct stack trace of a call site. */
public final class StackSnapshot {
  /** How often it was sampled, not how often it occurred. */
  public final long count;

  /** From the call site outwards, as {@code class.method(File.java:line)}. */
  public final List<String> frames;

  public StackSnapshot(long count, List<String> frames) {
    this.count = count;
    this.frames = frames;
  }
}
