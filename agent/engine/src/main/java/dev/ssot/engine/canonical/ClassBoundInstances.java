package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.IdentitySet;
import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.stack.Privileged;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps shared instances alive as long as a class. They are attached to the class itself, so that
 * the agent holds nothing of the application and an undeployed application can be collected. Only
 * objects of the JDK and of the application are attached.
 *
 * <p>What all share is attached to the class of the instance. What a call site shares with itself
 * is attached to the class that has the call site: it goes with the deployment, also where the
 * library of the instance stays.
 */
public final class ClassBoundInstances extends ClassValue<ConcurrentMap<Object, Object>> {
  /** Argument lists per class; instances beyond that are not shared. */
  private static final int KEYS = 1_000;

  /** The key of the one canonical instance, which is no list of arguments. */
  private static final String ONLY = "canonical";

  /** The classes that instances of call sites are attached to, if these are not their own. */
  private final WeakIdentityMap<Object, WeakReference<Class<?>>> holders = new WeakIdentityMap<>();

  /** All classes that something is attached to. */
  private final IdentitySet attached = new IdentitySet();

  @Override
  protected ConcurrentMap<Object, Object> computeValue(Class<?> type) {
    attached.add(type);
    return new ConcurrentHashMap<>();
  }

  /** Holds the canonical instance, as soon as it is shared. */
  public void hold(Object instance) {
    get(instance.getClass()).put(ONLY, instance);
  }

  /**
   * Returns the instance that was the first to be made with these arguments.
   *
   * @param caller the class that has the call site, if that shares with itself alone; else null
   * @return null if there is none
   */
  public Object madeWith(Class<?> caller, Class<?> type, List<Object> key) {
    Object held = get(holder(caller, type)).get(key);
    return held != null && held.getClass() == type ? held : null;
  }

  /**
   * Holds the first instance that was made with these arguments.
   *
   * @param caller the class that has the call site, if that shares with itself alone; else null
   * @return whether it is the one that is shared from now on
   */
  public boolean holdFirst(Class<?> caller, Object instance, List<Object> key) {
    Class<?> holder = holder(caller, instance.getClass());
    ConcurrentMap<Object, Object> held = get(holder);
    if (held.size() >= KEYS || held.putIfAbsent(key, instance) != null) {
      return false;
    }
    if (holder != instance.getClass()) {
      holders.put(instance, new WeakReference<>(holder));
    }
    return true;
  }

  /** Lets go of an instance that has ended, however it was found. */
  public void forget(Object instance) {
    forget(instance, instance.getClass());
    WeakReference<Class<?>> known = holders.get(instance);
    Class<?> holder = known == null ? null : known.get();
    if (holder != null) {
      forget(instance, holder);
      holders.remove(instance);
    }
  }

  /** Lets go of all instances, which live on as long as the application holds them. */
  public void release() {
    for (Object type : attached.all()) {
      remove((Class<?>) type);
    }
  }

  private void forget(Object instance, Class<?> holder) {
    Iterator<Object> held = get(holder).values().iterator();
    while (held.hasNext()) {
      if (held.next() == instance) {
        held.remove();
      }
    }
  }

  /**
   * Finds the class that an instance is attached to: of the caller's and its own, the one that is
   * gone first. That is the caller's, unless the loader of the instance is below that of the
   * caller.
   */
  private static Class<?> holder(Class<?> caller, Class<?> type) {
    return caller == null || isBelow(Privileged.loaderOf(type), Privileged.loaderOf(caller))
        ? type
        : caller;
  }

  private static boolean isBelow(ClassLoader loader, ClassLoader other) {
    ClassLoader next = loader;
    while (next != null && next != other) {
      next = Privileged.parentOf(next);
    }
    return loader != other && next == other;
  }
}
