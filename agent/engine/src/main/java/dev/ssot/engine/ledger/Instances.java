package dev.ssot.engine.ledger;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/**
 * The live instances of one target, weakly held. Once more than the limit are alive at one time,
 * the next ones are not tracked, and the count of those that are is a lower bound from then on.
 * When the garbage collector has made room, tracking goes on, at once or within about a minute.
 */
public final class Instances {
  /** In rounds: about a minute. */
  private static final int LONGEST_PAUSE = 128;

  /** How many of those that are not tracked are known for a moment. */
  private static final int RECENT = 16;

  private final int limit;
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final Set<Tracked> tracked = ConcurrentHashMap.newKeySet();

  /** Some of those that were looked at and not tracked, the last ones. */
  private final AtomicReferenceArray<Tracked> recent = new AtomicReferenceArray<>(RECENT);

  private final AtomicInteger live = new AtomicInteger();
  private final AtomicLong order = new AtomicLong();
  private volatile boolean exact = true;
  private volatile boolean full;
  private volatile boolean handedOut;

  /** The rounds since tracking stopped, and how many there have to be before it goes on. */
  private int rounds;

  private int pause = 1;

  Instances(int limit) {
    this.limit = limit;
  }

  /**
   * Notes an object, on the thread that made it.
   *
   * @return whether tracking goes on
   */
  boolean track(Object made, Site site) {
    if (full) {
      note(made, site);
      return false;
    }
    purge();
    if (live.incrementAndGet() > limit) {
      live.decrementAndGet();
      exact = false;
      full = true;
      note(made, site);
      return false;
    }
    site.live.incrementAndGet();
    tracked.add(new Tracked(made, site, next(), collected));
    return true;
  }

  /** Notes an object that is not tracked, until some more were made. */
  private void note(Object made, Site site) {
    long number = next();
    recent.set((int) (number % RECENT), new Tracked(made, site, number, null));
  }

  /**
   * Notes that calls hand out the objects, so that the number of the last one has to be known to
   * each of these calls.
   */
  void markHandedOut() {
    handedOut = true;
  }

  private long next() {
    return handedOut ? nextMoment() : order.incrementAndGet();
  }

  private synchronized long nextMoment() {
    long number = SsotDispatch.nextMoment();
    order.set(number);
    return number;
  }

  /** Tells whether objects are not tracked any more, so that it is not known who made them. */
  public boolean isFull() {
    return full;
  }

  /**
   * Goes on tracking if there is room again. Called twice a second. Each time it has to wait twice
   * as long, so that a class of which more and more objects die young costs little in the end.
   *
   * @return whether it had stopped
   */
  boolean resume() {
    purge();
    if (!full || ++rounds < pause || live.get() >= limit) {
      return false;
    }
    rounds = 0;
    pause = Math.min(LONGEST_PAUSE, 2 * pause);
    full = false;
    return true;
  }

  /** Forgets what the garbage collector has found unreachable. */
  void purge() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      if (tracked.remove(gone)) {
        live.decrementAndGet();
        ((Tracked) gone).site.live.decrementAndGet();
      }
    }
  }

  /**
   * Counts the instances that the last garbage collection found reachable, and those made since.
   */
  public int live() {
    purge();
    return live.get();
  }

  /** Counts the tracked instances that are not cleared, without waiting for the reference queue. */
  public int reachable() {
    int reachable = 0;
    for (Tracked each : tracked) {
      if (each.get() != null) {
        reachable++;
      }
    }
    return reachable;
  }

  /** Tells whether {@link #live()} is exact, and not a lower bound. */
  public boolean isExact() {
    return exact;
  }

  /**
   * Finds the site that made an object.
   *
   * @return null if the object is not tracked
   */
  public Site madeBy(Object instance) {
    for (Tracked each : tracked) {
      if (each.get() == instance) {
        return each.site;
      }
    }
    return null;
  }

  /**
   * Finds the site that made an object on this thread since a moment, at once if nothing was made
   * since then.
   *
   * @param last what {@link #order} has returned at that moment, or a greater number that is given
   *     to no object
   * @return null if the object is older, another thread has made it, or it was not looked at
   */
  public Site madeSince(Object instance, long last) {
    if (order.get() <= last) {
      return null;
    }
    Tracked made = find(instance, last);
    return made != null && made.isByThisThread() ? made.site : null;
  }

  private Tracked find(Object instance, long last) {
    for (int i = 0; i < RECENT; i++) {
      Tracked each = recent.get(i);
      if (each != null && each.isMadeSince(instance, last)) {
        return each;
      }
    }
    for (Tracked each : tracked) {
      if (each.isMadeSince(instance, last)) {
        return each;
      }
    }
    return null;
  }

  /** Returns the number of the object that was looked at last. */
  public long order() {
    return order.get();
  }

  /**
   * Counts, by the site that made them, those of some objects that are tracked.
   *
   * @param objects to be looked for by identity
   */
  public Map<Site, Integer> countBySite(Collection<Object> objects) {
    Set<Object> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    wanted.addAll(objects);
    Map<Site, Integer> counts = new HashMap<>();
    if (!wanted.isEmpty()) {
      for (Tracked each : tracked) {
        Object instance = each.get();
        if (instance != null && wanted.contains(instance)) {
          counts.merge(each.site, 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /**
   * Finds the oldest instance that is still alive.
   *
   * @param eligible which sites count; asked for each instance
   * @param usable which of their instances count
   * @return null if there is none
   */
  public Object oldest(Predicate<Site> eligible, Predicate<Object> usable) {
    Tracked oldest = null;
    Object instance = null;
    for (Tracked each : tracked) {
      if ((oldest == null || each.order < oldest.order) && eligible.test(each.site)) {
        Object alive = each.get();
        if (alive != null && usable.test(alive)) {
          oldest = each;
          instance = alive;
        }
      }
    }
    return instance;
  }

  /** Compared by identity, so that {@code equals} of the application's objects is never called. */
  private static final class Tracked extends WeakReference<Object> {
    final Site site;
    final long order;

    /** Tells its maker's thread from others, without keeping it. */
    private final int thread;

    Tracked(Object made, Site site, long order, ReferenceQueue<Object> collected) {
      super(made, collected);
      this.site = site;
      this.order = order;
      this.thread = System.identityHashCode(Thread.currentThread());
    }

    boolean isMadeSince(Object instance, long last) {
      return order > last && get() == instance;
    }

    boolean isByThisThread() {
      return thread == System.identityHashCode(Thread.currentThread());
    }
  }
}
