package dev.ssot.engine.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * The targets, by class name and in the order in which they were met. To find or to add one takes
 * as long among thousands as among ten. Read by any thread, changed by one at a time.
 */
final class TargetTable {
  /** Up to this number, targets whose loader was collected are kept, as the report shows them. */
  private static final int BOUND = 1_000;

  private final Queue<Target> all = new ConcurrentLinkedQueue<>();

  /** The targets of one name, in several loaders. An array is never changed. */
  private final ConcurrentMap<String, Target[]> byName = new ConcurrentHashMap<>();

  private int size;

  /** The number of targets at which some are forgotten. */
  private int bound = BOUND;

  /** Returns a live view, in the order in which they were met. */
  Collection<Target> all() {
    return Collections.unmodifiableCollection(all);
  }

  /**
   * Finds the target of that name and loader.
   *
   * @return null if there is none
   */
  Target find(String className, ClassLoader loader) {
    Target[] named = byName.get(className);
    if (named != null) {
      for (Target each : named) {
        if (each.loader() == loader) {
          return each;
        }
      }
    }
    return null;
  }

  /** Tells whether there is a target of that name in any loader. */
  boolean hasName(String className) {
    return byName.containsKey(className);
  }

  /** Adds a target that is not there yet. */
  void add(Target target) {
    if (size >= bound) {
      forget();
    }
    size++;
    all.add(target);
    Target[] named = byName.get(target.className);
    Target[] more = named == null ? new Target[1] : Arrays.copyOf(named, named.length + 1);
    more[more.length - 1] = target;
    byName.put(target.className, more);
  }

  /**
   * Forgets the older half of the targets whose loader was collected, as a server may redeploy
   * without end. Where few are gone, the next look comes when there are twice as many targets.
   */
  private void forget() {
    int gone = 0;
    for (Target each : all) {
      gone += each.loader() == null ? 1 : 0;
    }
    if (gone < size / 4) {
      bound = 2 * size;
    }
    int left = (gone + 1) / 2;
    for (Iterator<Target> each = all.iterator(); left > 0 && each.hasNext(); ) {
      Target target = each.next();
      if (target.loader() == null) {
        each.remove();
        removeName(target);
        size--;
        left--;
      }
    }
  }

  private void removeName(Target target) {
    Target[] named = byName.get(target.className);
    Target[] fewer = new Target[named.length - 1];
    int kept = 0;
    for (Target each : named) {
      if (each != target) {
        fewer[kept++] = each;
      }
    }
    if (kept == 0) {
      byName.remove(target.className);
    } else {
      byName.put(target.className, fewer);
    }
  }
}
