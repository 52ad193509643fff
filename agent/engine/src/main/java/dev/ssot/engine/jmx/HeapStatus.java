package dev.ssot.engine.jmx;

import dev.ssot.engine.snapshot.HeapSnapshot;

/** A row of what the operation {@code heap} answers; the report's {@code heap}, by target. */
public final class HeapStatus {
  private final HeapSnapshot heap;

  public HeapStatus(HeapSnapshot heap) {
    this.heap = heap;
  }

  /** ISO-8601, UTC. */
  public String getAt() {
    return heap.at.toString();
  }

  public long getInstances() {
    return heap.instances;
  }

  public long getLive() {
    return heap.live;
  }

  public long getDifference() {
    return heap.difference;
  }

  public long getMeanwhile() {
    return heap.meanwhile;
  }

  public int getLoaders() {
    return heap.loaders;
  }
}
