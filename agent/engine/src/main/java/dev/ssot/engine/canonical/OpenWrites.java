package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Target;
import java.util.Arrays;

/**
 * The canonical instances whose fields are being written. It is asked whenever a method returns
 * that may have written one: without any, that costs one read.
 */
final class OpenWrites {
  private static final OpenWrite[] NONE = {};

  private volatile OpenWrite[] open = NONE;

  /** Returns them; not to be changed. */
  OpenWrite[] all() {
    return open;
  }

  synchronized void add(Target target, Canonical canonical) {
    for (OpenWrite each : open) {
      if (each.canonical == canonical) {
        return;
      }
    }
    OpenWrite[] more = Arrays.copyOf(open, open.length + 1);
    more[open.length] = new OpenWrite(target, canonical);
    open = more;
  }

  /** Forgets those that are written no more. */
  synchronized void tidy() {
    int kept = 0;
    OpenWrite[] left = new OpenWrite[open.length];
    for (OpenWrite each : open) {
      if (each.canonical.isWritten()) {
        left[kept++] = each;
      }
    }
    open = Arrays.copyOf(left, kept);
  }

  /** A target whose canonical instance is being written. */
  static final class OpenWrite {
    final Target target;
    final Canonical canonical;

    private OpenWrite(Target target, Canonical canonical) {
      this.target = target;
      this.canonical = canonical;
    }
  }
}
