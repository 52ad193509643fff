package dev.ssot.engine.snapshot.take;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.ledger.Totals;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.HeapSnapshot;
import dev.ssot.engine.snapshot.HeapSource;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javax.management.JMException;

/**
 * Compares the agent's counts with the live heap when somebody asks. The last comparison is kept,
 * as it makes numbers exact that tracking alone leaves open.
 */
public final class HeapComparisons implements HeapSource {
  private final Targets targets;
  private final Heap histogram;
  private final Map<Target, Compared> last = Collections.synchronizedMap(new WeakHashMap<>());

  public HeapComparisons(Targets targets, Heap histogram) {
    this.targets = targets;
    this.histogram = histogram;
  }

  /**
   * Counts the heap and compares. Comparisons run one at a time, because each one stops the
   * application.
   */
  @Override
  public synchronized void compare() throws JMException {
    Map<Target, Long> before = new HashMap<>();
    for (Target target : targets.all()) {
      before.put(target, constructions(target));
    }
    ClassHistogram heap = histogram.count();
    Instant at = Instant.now();
    Map<String, List<Target>> byName = byName(before.keySet());
    Map<Target, HeapSnapshot> compared = new HashMap<>();
    for (Target target : before.keySet()) {
      compared.put(target, compare(byName.get(target.className), heap, before, at));
    }
    for (Map.Entry<Target, HeapSnapshot> each : compared.entrySet()) {
      last.put(each.getKey(), new Compared(each.getValue(), constructions(each.getKey())));
    }
  }

  /** Lists the targets of each name. Those whose loader is gone have no objects left. */
  private static Map<String, List<Target>> byName(Set<Target> targets) {
    Map<String, List<Target>> byName = new HashMap<>();
    for (Target each : targets) {
      List<Target> namesakes =
          byName.computeIfAbsent(each.className, unknown -> new ArrayList<>(1));
      if (each.loader() != null) {
        namesakes.add(each);
      }
    }
    return byName;
  }

  private static HeapSnapshot compare(
      List<Target> namesakes, ClassHistogram heap, Map<Target, Long> before, Instant at) {
    HeapSnapshot snapshot = new HeapSnapshot();
    snapshot.at = at;
    for (Target each : namesakes) {
      snapshot.instances = heap.instances(each.className);
      snapshot.loaders = Math.max(namesakes.size(), heap.classes(each.className));
      snapshot.live += each.instances().reachable();
      snapshot.meanwhile += constructions(each) - before.get(each);
    }
    snapshot.difference = snapshot.instances - snapshot.live;
    return snapshot;
  }

  private static long constructions(Target target) {
    return Totals.of(target).constructions();
  }

  /**
   * Adds what is known of a target's heap. Counts the untracked instances as alive, if their number
   * is known.
   *
   * @param late instances may have come to be that the agent has not seen
   */
  void addTo(TargetSnapshot snapshot, Target target, boolean late) {
    Compared compared = last.get(target);
    if (compared == null) {
      return;
    }
    snapshot.heap = compared.heap;
    boolean tracked = target.instances().isExact();
    boolean nothingEscaped = tracked || snapshot.totals.constructions() == compared.constructions;
    if (compared.heap.loaders > 1
        || compared.heap.meanwhile > 0
        || !nothingEscaped
        || snapshot.inexact == Reason.NOT_COUNTED) { // as much may have come since, uncounted
      return;
    }
    long untracked = Math.max(0, compared.heap.difference);
    snapshot.totals.addUntracked(untracked);
    snapshot.exact = true;
    snapshot.inexact = null;
    snapshot.beforeAttach = late && tracked ? untracked : 0;
  }

  /** The heap of this JVM. */
  public interface Heap {
    ClassHistogram count() throws JMException;
  }

  /** A comparison, and how many constructions had been counted when it was done. */
  private static final class Compared {
    final HeapSnapshot heap;
    final long constructions;

    Compared(HeapSnapshot heap, long constructions) {
      this.heap = heap;
      this.constructions = constructions;
    }
  }
}
