package dev.ssot.engine.canonical;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The last report of each class. A provider that is called all the time and reports nothing new
 * costs almost nothing: no lock, no allocation. The entry is collected with the class; it holds
 * only objects of the JDK.
 */
final class LastLearned {
  /** Marks a class of which there is nothing to learn any more. */
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

  /**
   * Forgets everything, as a new target was read and an object reported before may be an instance
   * of it.
   */
  void forgetAll() {
    byClass = nothing();
  }

  /**
   * Ignores further reports of that class, such as those of a factory, which returns a new object
   * each time.
   */
  void ignore(Class<?> type) {
    byClass.get(type).set(ENOUGH);
  }

  /**
   * Notes a report of a class.
   *
   * @return whether it is new: not the same as the last report, and not of an ignored class
   */
  boolean note(Object value, String member) {
    AtomicReference<Object[]> last = byClass.get(value.getClass());
    Object[] told = last.get();
    if (told == ENOUGH) {
      return false;
    }
    if (told != null && ((WeakReference<?>) told[0]).get() == value && member.equals(told[1])) {
      return false;
    }
    last.set(new Object[] {new WeakReference<>(value), member});
    return true;
  }
}
