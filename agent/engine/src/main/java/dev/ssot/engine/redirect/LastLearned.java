package dev.ssot.engine.redirect;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What was last told of each class, so that a provider that is called all the time tells nothing
 * new at next to no cost: no lock, no allocation. Goes with the class; only objects of the JDK hang
 * there.
 */
final class LastLearned {
  /** Told of a class about which there is nothing to learn any more. */
  private static final Object[] ENOUGH = {};

  private volatile ClassValue<AtomicReference<Object[]>> byClass = nothing();

  private static ClassValue<AtomicReference<Object[]>> nothing() {
    return new ClassValue<AtomicReference<Object[]>>() {
      @Override
      protected AtomicReference<Object[]> computeValue(Class<?> type) {
        return new AtomicReference<Object[]>();
      }
    };
  }

  /** Forgets all: what was no target's instance may be one now. */
  void targetRead() {
    byClass = nothing();
  }

  /** Whatever is told of that class: as of a factory, whose every answer is another one. */
  void hasHeardEnoughOf(Class<?> type) {
    byClass.get(type).set(ENOUGH);
  }

  /** Whether the same was told right before; notes it if not. */
  boolean isKnown(Object value, String member) {
    AtomicReference<Object[]> last = byClass.get(value.getClass());
    Object[] told = last.get();
    if (told == ENOUGH) {
      return true;
    }
    if (told != null && ((WeakReference<?>) told[0]).get() == value && told[1].equals(member)) {
      return true;
    }
    last.set(new Object[] {new WeakReference<Object>(value), member});
    return false;
  }
}
