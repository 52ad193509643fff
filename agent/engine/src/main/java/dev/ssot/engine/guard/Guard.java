package dev.ssot.engine.guard;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.stack.ThreadStack;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides whether a call that would end the life of an instance may do so: every caller that a
 * redirect gave the one instance believes that it owns it, and so does whoever got it from there.
 * The mode does not matter, because they still hold the instance after a rollback.
 */
public final class Guard {
  /** The number of different callers in the log. */
  private static final int TOLD = 1_000;

  private final Set<String> methods;
  private final Owners owners;
  private final SuperclassHooks superclasses;
  private final GuardListener listener;
  private final SharedInstances shared;
  private final EndOfJvm end = new EndOfJvm();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<Boolean> deciding = new ThreadLocal<>();
  private volatile boolean closed;

  /**
   * @param methods names of the guarded methods
   */
  public Guard(
      Collection<String> methods,
      Owners owners,
      SuperclassHooks superclasses,
      GuardListener listener) {
    this.methods = Collections.unmodifiableSet(new HashSet<>(methods));
    this.owners = owners;
    this.superclasses = superclasses;
    this.listener = listener;
    this.shared = new SharedInstances(owners);
  }

  /**
   * Notes that the instance is about to be handed out at that site, which did not make it. Called
   * before the site gets it, once per link; calling it again does no harm. The first time it waits
   * for {@link SuperclassHooks}.
   *
   * @return whether it may be handed out: whatever closes it asks this guard
   */
  public boolean share(Object instance, Site site) {
    if (closed) {
      return false;
    }
    SharedInstance known = shared.find(instance);
    boolean given = known != null && known.isGiven();
    if (!given && !superclasses.await(instance.getClass())) {
      return false;
    }
    (known == null ? shared.add(instance, site.target) : known).give(site);
    // Only now, so that whoever has closed it finds in the list what is handed out all the same.
    return !closed;
  }

  /** Lets nothing be handed out from now on; {@link #formerOwners} lists whoever has something. */
  public void close() {
    closed = true;
  }

  /** Lets instances be handed out again. */
  public void open() {
    closed = false;
  }

  /** Tells whether nothing may be handed out, as the agent is about to leave. */
  public boolean isClosed() {
    return closed;
  }

  /** Notes that the instance, which that site has just made, is to be handed out from now on. */
  public void keep(Object instance, Site maker) {
    shared.findOrAdd(instance, maker.target).leave(maker);
  }

  /**
   * Tells whether what ends objects of a class asks this guard. If not yet, it waits for that, but
   * not long.
   */
  public boolean isAsked(Class<?> type) {
    return superclasses.await(type);
  }

  /** Returns the target of a shared instance; null if it is not shared. */
  public Target targetOf(Object instance) {
    SharedInstance known = shared.isEmpty() ? null : shared.find(instance);
    return known == null ? null : known.target;
  }

  /**
   * Lists who was given an instance that is alive and that it did not construct: for each target
   * its name, and the names of the classes.
   */
  public Map<String, Set<String>> formerOwners() {
    Map<String, Set<String>> owners = new TreeMap<>();
    for (SharedInstance each : shared.given()) {
      owners.computeIfAbsent(each.target.className, none -> new TreeSet<>()).addAll(each.holders());
    }
    return owners;
  }

  /**
   * Decides on the thread that calls a guarded method, before the method does anything.
   *
   * @return whether it is to do nothing
   */
  public boolean guards(Object instance, String method) {
    if (shared.isEmpty()) {
      return false;
    }
    SharedInstance known = shared.find(instance);
    if (known == null || deciding.get() != null) {
      return false;
    }
    deciding.set(Boolean.TRUE);
    try {
      return isFromFormerOwner(known, instance, method);
    } finally {
      deciding.remove();
    }
  }

  private boolean isFromFormerOwner(SharedInstance known, Object instance, String method) {
    CallerSearch search = new CallerSearch(known, instance.getClass(), methods, owners);
    ThreadStack.walk(search);
    String holder = search.holder();
    boolean stranger = holder == null && known.isHandedOn() && !search.isOfOwner();
    if (holder == null && (!stranger || end.isNear())) {
      return false;
    }
    String caller = stranger ? search.direct() : holder;
    String allow = stranger ? search.allow() : null;
    known.target.guarded.add(caller);
    if (told.size() < TOLD && told.add(known.target.className + ' ' + method + ' ' + caller)) {
      listener.guarded(new GuardedCall(known.target, method, caller, allow, new Throwable()));
    }
    return true;
  }
}
