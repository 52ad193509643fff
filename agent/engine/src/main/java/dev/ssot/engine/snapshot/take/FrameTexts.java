package dev.ssot.engine.snapshot.take;

import java.util.AbstractList;

/**
 * The frames of a stack as texts that are made when somebody reads them: most snapshots are taken
 * for their figures alone.
 */
final class FrameTexts extends AbstractList<String> {
  private final StackTraceElement[] frames;

  /** Takes frames that nobody changes. */
  FrameTexts(StackTraceElement[] frames) {
    this.frames = frames;
  }

  @Override
  public String get(int index) {
    return frames[index].toString();
  }

  @Override
  public int size() {
    return frames.length;
  }
}
