package dev.ssot.engine.guard;

import dev.ssot.engine.ledger.Target;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The instances that are shared. Weakly held and compared by identity: no code of the application
 * runs, and nothing of it is kept alive.
 */
final class SharedInstances {
  private final Owners owners;
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final ConcurrentMap<Object, SharedInstance> known = new ConcurrentHashMap<>();

  SharedInstances(Owners owners) {
    this.owners = owners;
  }

  /**
   * Tells quickly whether nothing is shared, as it is asked for each call of a guarded method of
   * any object.
   */
  boolean isEmpty() {
    return known.isEmpty();
  }

  /** Returns those that are alive and were given to a site that did not construct them. */
  List<SharedInstance> given() {
    List<SharedInstance> given = new ArrayList<>();
    for (SharedInstance each : known.values()) {
      if (each.isGiven() && each.get() != null) {
        given.add(each);
      }
    }
    return given;
  }

  /** Returns null if the instance is not shared. */
  SharedInstance find(Object instance) {
    return known.get(new Probe(instance));
  }

  SharedInstance findOrAdd(Object instance, Target target) {
    SharedInstance found = find(instance);
    return found == null ? add(instance, target) : found;
  }

  /** Adds the instance, unless another thread has. */
  SharedInstance add(Object instance, Target target) {
    forgetCollected();
    SharedInstance fresh =
        new SharedInstance(
            instance, target, target.instances().madeBy(instance), owners, collected);
    SharedInstance raced = known.putIfAbsent(fresh, fresh);
    return raced == null ? fresh : raced;
  }

  private void forgetCollected() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      known.remove(gone);
    }
  }

  /** A key for look-ups, so that no further weak reference burdens the garbage collector. */
  private static final class Probe {
    private final Object instance;

    Probe(Object instance) {
      this.instance = instance;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(instance);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SharedInstance && ((SharedInstance) other).get() == instance;
    }
  }
}
