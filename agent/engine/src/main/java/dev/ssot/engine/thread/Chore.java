package dev.ssot.engine.thread;

/** Something to do twice a second. */
public interface Chore {
  /**
   * Does one round.
   *
   * @param now in milliseconds of a clock that never jumps, so that it tells durations and no date
   */
  void perform(long now) throws Exception;
}
