package dev.ssot.engine.snapshot;

import javax.management.JMException;

/** Counts the live heap. */
public interface HeapSource {
  /** Counts, and keeps the result for the next snapshot. Stops the application meanwhile. */
  void compare() throws JMException;
}
