package dev.ssot.engine.ledger;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Maps objects of the application, such as class loaders, to what is known of them. They are weakly
 * held and compared by identity, as their {@code hashCode} may throw, or wait for a lock whose
 * owner waits for the agent. Neither keys nor values are null.
 */
public final class WeakIdentityMap<K, V> {
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final ConcurrentMap<Object, V> values = new ConcurrentHashMap<>();

  /** Returns what is known of an object; null if nothing is. */
  public V get(K key) {
    return values.isEmpty() ? null : values.get(new Probe(key));
  }

  /** Remembers a value, which must not lead to the key: it would keep it alive. */
  public void put(K key, V value) {
    forgetCollected();
    values.put(new Key(key, collected), value);
  }

  /**
   * Remembers a value of an object of which nothing is known yet. Where something is known, no weak
   * reference is made: calls that hand out the same object all the time come here each time.
   *
   * @return whether nothing was
   */
  public boolean putIfNew(K key, V value) {
    if (get(key) != null) {
      return false;
    }
    forgetCollected();
    return values.putIfAbsent(new Key(key, collected), value) == null;
  }

  /** Returns what is known of an object; if nothing is, remembers and returns the value. */
  public V getOrPut(K key, V value) {
    forgetCollected();
    V known = values.putIfAbsent(new Key(key, collected), value);
    return known == null ? value : known;
  }

  /** Forgets an object. */
  public void remove(K key) {
    values.remove(new Probe(key));
  }

  /** Forgets all objects. */
  public void clear() {
    values.clear();
  }

  /** Returns the objects that are still alive; a copy, to be held for moments only. */
  @SuppressWarnings("unchecked") // put lets in nothing else
  public List<K> keys() {
    List<K> alive = new ArrayList<>();
    for (Object key : values.keySet()) {
      Object object = ((Key) key).get();
      if (object != null) {
        alive.add((K) object);
      }
    }
    return alive;
  }

  private void forgetCollected() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      values.remove(gone);
    }
  }

  /** Equal to the keys and probes of the same object; once that is collected, to itself alone. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      this.hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key && ((Key) other).get() == mine;
    }
  }

  /** A key to look up by, instead of another weak reference for the collector to visit. */
  private static final class Probe {
    private final Object object;

    Probe(Object object) {
      this.object = object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key && ((Key) other).get() == object;
    }
  }
}
