package dev.ssot.engine.jmx;

import dev.ssot.engine.snapshot.HeapSnapshot;

/** A row of the result of the operation {@code heap}: what the report says of a target's heap. */
public final class HeapStatus {
  private final HeapSnapshot heap;

  public HeapStatus(HeapSnapshot heap) {
    this.heap = heap;
  }

  /** Returns the time of the count, in ISO-8601 and UTC. */
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
