package dev.ssot.engine.command;

import dev.ssot.engine.snapshot.HeapSource;
import javax.management.JMException;

/**
 * Counts the heap for those who know no JMX. It is a class of its own because the JVM loads JMX to
 * verify it, and a runtime may have none.
 */
final class HeapCount {
  private HeapCount() {}

  /**
   * Counts the heap and keeps the comparison.
   *
   * @throws IllegalStateException if this JVM cannot
   */
  static void perform(HeapSource heap) {
    try {
      heap.compare();
    } catch (JMException failed) {
      throw new IllegalStateException(
          "the live heap cannot be counted from here: " + failed, failed);
    }
  }
}
