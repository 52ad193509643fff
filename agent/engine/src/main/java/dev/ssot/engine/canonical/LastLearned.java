package dev.ssot.engine.canonical;

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
        return new AtomicReference<>();
      }
    };
  }

  /** Forgets all, when a target was read: what was no target's instance may be one now. */
  void forgetAll() {
    byClass = nothing();
  }

  /** Ignores what is told of that class, such as a factory's, whose every answer is another one. */
  void ignore(Class<?> type) {
    byClass.get(type).set(ENOUGH);
  }

  /**
   * Notes what is told of a class.
   *
   * @return whether it is news: neither told right before, nor of a class to be ignored
   */
  boolean note(Object value, String member) {
    AtomicReference<Object[]> last = byClass.get(value.getClass());
    Object[] told = last.get();
    if (told == ENOUGH) {
      return false;
    }
    if (told != null && ((WeakReference<?>) told[0]).get() == value && told[1].equals(member)) {
      return false;
    }
    last.set(new Object[] {new WeakReference<>(value), member});
    return true;
  }
}
