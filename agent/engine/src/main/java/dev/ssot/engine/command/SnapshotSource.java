package dev.ssot.engine.command;

import dev.ssot.engine.snapshot.AgentSnapshot;

/** Who knows what was counted. */
public interface SnapshotSource {
  /** Takes all figures as of now. On any thread. */
  AgentSnapshot take();
}
