package dev.ssot.engine.snapshot;

/** Gives snapshots of what was counted. */
public interface SnapshotSource {
  /** Takes all figures as of now. May be called on any thread. */
  AgentSnapshot take();
}
