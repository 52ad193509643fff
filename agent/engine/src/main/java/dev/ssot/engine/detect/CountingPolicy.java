package dev.ssot.engine.detect;

/** Whether constructions at a place are counted; asked once per place. */
public interface CountingPolicy {
  /** Must not call into the application. */
  boolean counts(String target, Location location);
}
