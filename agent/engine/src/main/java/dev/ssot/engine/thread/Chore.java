package dev.ssot.engine.thread;

/** Something to do twice a second. */
public interface Chore {
  /**
   * Does one round.
   *
   * @param now in milliseconds since the epoch
   */
  void perform(long now) throws Exception;
}
