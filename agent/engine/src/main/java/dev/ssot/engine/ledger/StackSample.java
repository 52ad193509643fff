package dev.ssot.engine.ledger;

import dev.ssot.engine.stack.Frames;

/**
 * A stack taken on the application's thread, resolved later on the agent's: taking it costs a
 * microsecond or two, resolving it ten times that.
 */
public final class StackSample {
  public final Site site;
  private final Throwable taken;

  StackSample(Site site, Throwable taken) {
    this.site = site;
    this.taken = taken;
  }

  /** Resolves the frames from the call site outwards, at most {@code depth}. */
  public StackTraceElement[] frames(int depth) {
    return Frames.from(site.location.className, site.location.method, taken.getStackTrace(), depth);
  }
}
