package dev.ssot.engine.canonical;

import java.util.Arrays;

/**
 * The canonical instances whose fields are being written. It is asked whenever a method returns
 * that may have written one: without any, that costs one read.
 */
final class OpenWrites {
  private static final Canonical[] NONE = {};

  private volatile Canonical[] open = NONE;

  /** Returns them; not to be changed. */
  Canonical[] all() {
    return open;
  }

  synchronized void add(Canonical canonical) {
    if (!Arrays.asList(open).contains(canonical)) {
      Canonical[] more = Arrays.copyOf(open, open.length + 1);
      more[open.length] = canonical;
      open = more;
    }
  }

  /** Forgets those that are written no more. */
  synchronized void tidy() {
    int kept = 0;
    Canonical[] left = new Canonical[open.length];
    for (Canonical canonical : open) {
      if (canonical.isWritten()) {
        left[kept++] = canonical;
      }
    }
    open = Arrays.copyOf(left, kept);
  }
}
