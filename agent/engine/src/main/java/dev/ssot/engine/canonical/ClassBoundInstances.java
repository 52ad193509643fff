package dev.ssot.engine.canonical;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps the shared instances of a class alive as long as the class. They are attached to the class
 * itself, so that the agent holds nothing of the application and an undeployed application can be
 * collected. Only objects of the JDK and of the application are attached.
 */
public final class ClassBoundInstances extends ClassValue<ConcurrentMap<Object, Object>> {
  /** Argument lists per class; instances beyond that are not shared. */
  private static final int KEYS = 1_000;

  /** The key of the one canonical instance, which is no list of arguments. */
  private static final String ONLY = "canonical";

  @Override
  protected ConcurrentMap<Object, Object> computeValue(Class<?> type) {
    return new ConcurrentHashMap<>();
  }

  /** Holds the canonical instance, as soon as it is shared. */
  public void hold(Object instance) {
    get(instance.getClass()).put(ONLY, instance);
  }

  /**
   * Returns the instance that was the first to be made with these arguments.
   *
   * @return null if there is none
   */
  public Object madeWith(Class<?> type, List<Object> key) {
    return get(type).get(key);
  }

  /**
   * Holds the first instance that was made with these arguments.
   *
   * @return whether it is the one that is shared from now on
   */
  public boolean holdFirst(Object instance, List<Object> key) {
    ConcurrentMap<Object, Object> held = get(instance.getClass());
    return held.size() < KEYS && held.putIfAbsent(key, instance) == null;
  }

  /** Lets go of an instance that has ended, however it was found. */
  public void forget(Object instance) {
    Iterator<Object> held = get(instance.getClass()).values().iterator();
    while (held.hasNext()) {
      if (held.next() == instance) {
        held.remove();
      }
    }
  }
}
