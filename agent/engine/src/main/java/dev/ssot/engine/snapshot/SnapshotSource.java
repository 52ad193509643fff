package dev.ssot.engine.snapshot;

/** Who knows what was counted. */
public interface SnapshotSource {
  /** Takes all figures as of now. On any thread. */
  AgentSnapshot take();
}
