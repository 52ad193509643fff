package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Target;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What is known of the canonical instance of each target; found by the target, by its class, or by
 * the holder of the instance, in a time that does not grow with the number of targets.
 */
final class CanonicalSources {
  private static final WeakReference<?>[] NONE = {};

  private final Map<Target, CanonicalSource> all = Collections.synchronizedMap(new WeakHashMap<>());

  /** The targets by binary class name. An array is never changed. */
  private final ConcurrentMap<String, WeakReference<?>[]> byName = new ConcurrentHashMap<>();

  /** The targets by the binary name of the class that holds their instance. */
  private final ConcurrentMap<String, WeakReference<?>[]> byHolder = new ConcurrentHashMap<>();

  /** Returns what is known of a target; of a class that was not read, nothing. */
  CanonicalSource of(Target target) {
    CanonicalSource source = all.get(target);
    return source == null ? CanonicalSource.NONE : source;
  }

  /**
   * Finds the target that is exactly this class.
   *
   * @return null if there is none that was read
   */
  Target exactly(Class<?> type) {
    for (WeakReference<?> each : byName.getOrDefault(type.getName(), NONE)) {
      Target target = (Target) each.get();
      if (target != null && target.isExactly(type)) {
        return target;
      }
    }
    return null;
  }

  /** Lists the targets whose instance a class of that name holds. */
  List<Target> heldBy(String holder) {
    List<Target> alive = new ArrayList<>();
    for (WeakReference<?> each : byHolder.getOrDefault(holder, NONE)) {
      Target target = (Target) each.get();
      if (target != null) {
        alive.add(target);
      }
    }
    return alive;
  }

  /** Takes what is known of a target from now on. Called by one thread at a time. */
  void put(Target target, CanonicalSource source) {
    all.put(target, source);
    note(byName, target.className, target);
    String holder = source.canonical.member().holder;
    if (holder != null) {
      note(byHolder, holder, target);
    }
  }

  /** Returns a copy, so that nobody has to wait while a field is read. */
  List<Map.Entry<Target, CanonicalSource>> all() {
    synchronized (all) {
      return new ArrayList<>(all.entrySet());
    }
  }

  /** Notes a target once, and forgets those of that name that are gone. */
  private static void note(
      ConcurrentMap<String, WeakReference<?>[]> index, String name, Target target) {
    List<WeakReference<?>> kept = new ArrayList<>(1);
    for (WeakReference<?> each : index.getOrDefault(name, NONE)) {
      Object known = each.get();
      if (known != null && known != target) {
        kept.add(each);
      }
    }
    kept.add(new WeakReference<>(target));
    index.put(name, kept.toArray(NONE));
  }
}
