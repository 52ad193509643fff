package dev.ssot.engine.redirect;

import java.lang.ref.WeakReference;

/**
 * What was last learned of each class, so that a provider that is called all the time tells nothing
 * new at next to no cost: no lock, no allocation. Goes with the class.
 */
final class LastLearned {
  private final ClassValue<Last> byClass =
      new ClassValue<Last>() {
        @Override
        protected Last computeValue(Class<?> type) {
          return new Last();
        }
      };

  /** Grows with what is known of targets: what was no target's instance may be one now. */
  private volatile int generation;

  void targetRead() {
    synchronized (this) {
      generation++;
    }
  }

  /** Whether the same was told before, and nothing has changed since. */
  boolean isKnown(Object value) {
    Seen seen = byClass.get(value.getClass()).seen;
    return seen != null && seen.generation == generation && seen.value.get() == value;
  }

  void learned(Object value) {
    byClass.get(value.getClass()).seen = new Seen(value, generation);
  }

  private static final class Last {
    volatile Seen seen;
  }

  private static final class Seen {
    final WeakReference<Object> value;
    final int generation;

    Seen(Object value, int generation) {
      this.value = new WeakReference<Object>(value);
      this.generation = generation;
    }
  }
}
