package dev.ssot.engine.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first few distinct stacks of one call site. Filled on the agent's thread. */
public final class StackSamples {
  private final int limit;
  private final List<Counted> stacks = new ArrayList<>(1);
  private boolean used;

  StackSamples(int limit) {
    this.limit = limit;
  }

  /**
   * Counts a stack, if it is known or there is room for one more.
   *
   * @return whether it is the site's first
   */
  public synchronized boolean add(StackTraceElement[] frames) {
    for (Counted known : stacks) {
      if (Arrays.equals(known.frames, frames)) {
        known.count++;
        return false;
      }
    }
    if (stacks.size() < limit) {
      stacks.add(new Counted(frames));
    }
    boolean first = !used;
    used = true;
    return first;
  }

  synchronized boolean isEmpty() {
    return stacks.isEmpty();
  }

  /** Returns a copy, in the order in which they were seen. */
  public synchronized List<Counted> all() {
    List<Counted> copy = new ArrayList<>(stacks.size());
    for (Counted each : stacks) {
      copy.add(new Counted(each.frames, each.count));
    }
    return copy;
  }

  /** A stack and how often it was sampled. */
  public static final class Counted {
    public final StackTraceElement[] frames;
    private long count;

    private Counted(StackTraceElement[] frames) {
      this(frames, 1);
    }

    private Counted(StackTraceElement[] frames, long count) {
      this.frames = frames;
      this.count = count;
    }

    /** Returns how often it was sampled, not how often it occurred. */
    public long count() {
      return count;
    }
  }
}
