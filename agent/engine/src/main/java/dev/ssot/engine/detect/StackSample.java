package dev.ssot.engine.detect;

import java.util.Arrays;

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

  /** What the application is shown of a stack: from its own first frame on. */
  public static StackTraceElement[] withoutAgent(StackTraceElement... frames) {
    int start = 0;
    while (start < frames.length && StackReader.isOfTheAgent(frames[start].getClassName())) {
      start++;
    }
    return Arrays.copyOfRange(frames, start, frames.length);
  }
}
