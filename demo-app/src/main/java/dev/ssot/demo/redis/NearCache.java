package dev.ssot.demo.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/**
 * A bounded cache in front of Redis. It never grows and makes no garbage for what it keeps, because
 * all of its {@value #SLOTS} slots of {@value #SLOT_BYTES} bytes are allocated at once: 4 MB for as
 * long as its owner lives. That is cheap once and dear 48 times.
 */
final class NearCache {
  /** How long a value may be served after Redis was asked for it. */
  static final Duration FRESH = Duration.ofMillis(500);

  private static final int SLOTS = 4096;
  private static final int SLOT_BYTES = 1024;

  private final String[] keys = new String[SLOTS];
  private final byte[][] values = new byte[SLOTS][SLOT_BYTES];
  private final int[] lengths = new int[SLOTS];
  private final long[] storedAt = new long[SLOTS];

  /** The value, or null when there is none or it is too old. */
  synchronized String get(String key) {
    int slot = slotOf(key);
    if (!key.equals(keys[slot]) || System.nanoTime() - storedAt[slot] > FRESH.toNanos()) {
      return null;
    }
    return new String(values[slot], 0, lengths[slot], UTF_8);
  }

  /** Displaces what shares the slot; a value that is too long for a slot is not kept. */
  synchronized void put(String key, String value) {
    byte[] bytes = value.getBytes(UTF_8);
    if (bytes.length > SLOT_BYTES) {
      return;
    }
    int slot = slotOf(key);
    keys[slot] = key;
    System.arraycopy(bytes, 0, values[slot], 0, bytes.length);
    lengths[slot] = bytes.length;
    storedAt[slot] = System.nanoTime();
  }

  private static int slotOf(String key) {
    return Math.floorMod(key.hashCode(), SLOTS);
  }
}
