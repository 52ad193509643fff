package dev.ssot.engine.detect;

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

  /** From the call site outwards, without frames of the agent; at most {@code depth}. */
  public StackTraceElement[] frames(int depth) {
    return StackReader.from(site.location, taken.getStackTrace(), depth);
  }
}
