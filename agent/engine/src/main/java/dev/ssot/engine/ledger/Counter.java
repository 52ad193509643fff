package dev.ssot.engine.ledger;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts exactly, at the cost of a plain write where it is hot. A thread that counts much gets a
 * cell of its own, which nobody else writes, so that no atomic instruction is needed; everyone else
 * shares a {@code LongAdder}.
 */
final class Counter {
  /** From this count on a site is hot: an atomic instruction would be most of its cost. */
  private static final long HOT = 50_000;

  /** A power of two. */
  private static final int CELLS = 64;

  /**
   * Virtual threads get no cell: there may be many of them, and one that waits forever may be
   * collected.
   */
  private static final Class<?> VIRTUAL = virtual();

  private final LongAdder shared = new LongAdder();

  /** By identity hash of the thread; null until the counter is hot. */
  private volatile Cell[] cells;

  /** One of the cells, found without a look-up, as many counters are hot in one thread only. */
  private volatile Cell first;

  /**
   * The owner of {@link #first}. Kept here, so that other threads do not read the cache line that
   * the owner writes.
   */
  private volatile Thread firstOwner;

  void increment() {
    Thread thread = Thread.currentThread();
    Cell cell = thread == firstOwner ? first : cellOf(thread);
    if (cell == null) {
      shared.increment();
    } else {
      cell.lazySet(cell.get() + 1); // nobody else writes it
    }
  }

  /** Finds the cell of a thread; null if it has none. */
  private Cell cellOf(Thread thread) {
    Cell[] all = cells;
    if (all == null) {
      return null;
    }
    int index = System.identityHashCode(thread) & (CELLS - 1);
    Cell cell = all[index];
    if (cell == null && thread.getClass() != VIRTUAL) {
      cell = claim(all, index, thread);
    }
    return cell != null && cell.owner == thread ? cell : null;
  }

  /**
   * Returns the sum. It includes all counts of the calling thread, and is exact once the other
   * threads are done.
   */
  synchronized long sum() {
    long sum = shared.sum();
    Cell[] all = cells;
    if (all != null) {
      for (Cell cell : all) {
        sum += cell == null ? 0 : cell.get();
      }
    }
    return sum;
  }

  /**
   * Gives out cells once the counter is hot and takes back those of dead threads. Runs on the
   * agent's thread.
   */
  synchronized void tick() {
    Cell[] all = cells;
    if (all == null) {
      if (shared.sum() >= HOT) {
        cells = new Cell[CELLS];
      }
      return;
    }
    for (int i = 0; i < CELLS; i++) {
      if (all[i] != null && !all[i].owner.isAlive()) {
        shared.add(all[i].get());
        if (first == all[i]) {
          firstOwner = null;
          first = null;
        }
        all[i] = null;
      }
    }
  }

  private synchronized Cell claim(Cell[] all, int index, Thread thread) {
    if (all[index] == null) {
      all[index] = new Cell(thread);
      if (first == null) {
        first = all[index];
        firstOwner = thread;
      }
    }
    return all[index];
  }

  private static Class<?> virtual() {
    try {
      return Class.forName("java.lang.VirtualThread", false, null);
    } catch (ClassNotFoundException before21) {
      return null;
    }
  }

  /**
   * The count of one thread, as long as the thread lives. Padded, so that no other cell shares its
   * cache lines.
   */
  @SuppressWarnings({"serial", "unused"})
  private static final class Cell extends AtomicLong {
    final Thread owner;
    long pad0, pad1, pad2, pad3, pad4, pad5, pad6, pad7;
    long pad8, pad9, pad10, pad11, pad12, pad13, pad14;

    Cell(Thread owner) {
      this.owner = owner;
    }
  }
}
