package dev.ssot.engine.guard;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Location;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An instance that was given to call sites which did not construct it. Found by identity, held
 * weakly.
 */
final class SharedInstance extends WeakReference<Object> {
  final Target target;

  /**
   * Whether the site that constructed it is an owner; then a container that destroys it owns it as
   * well.
   */
  final boolean madeByOwner;

  /** Binary names of the outermost classes that were given it. */
  private final Set<String> holders = ConcurrentHashMap.newKeySet();

  /** Whether it may have holders that nobody knows. */
  private volatile boolean handedOn;

  /** Whether a site that did not construct it was given it. */
  private volatile boolean given;

  private final int hash;

  /**
   * @param maker null if the agent has not seen the construction
   */
  SharedInstance(
      Object instance, Target target, Site maker, Owners owners, ReferenceQueue<Object> gone) {
    super(instance, gone);
    this.target = target;
    this.hash = System.identityHashCode(instance);
    this.madeByOwner =
        maker != null
            && (isOwner(owners, target, maker.location)
                || isOwner(owners, target, maker.location.construction()));
    if (maker != null && !madeByOwner) {
      // The object that it constructed is shared now, while it still believes that it alone has it.
      leave(maker);
    }
  }

  private static boolean isOwner(Owners owners, Target target, Location place) {
    return owners.isOwner(target, place.className, place.method);
  }

  /** Notes that a site which did not construct it gets it. */
  void give(Site site) {
    given = true;
    leave(site);
  }

  /** Tells whether a site that did not construct it was given it. */
  boolean isGiven() {
    return given;
  }

  /** Notes that the site which constructed it has it. */
  void leave(Site maker) {
    holders.add(ClassNames.outermost(maker.location.className));
    holders.add(ClassNames.outermost(maker.location.construction().className));
    if (maker.isHandingOn()) {
      handedOn = true;
    }
  }

  /**
   * Tells whether a class that has it may have handed it on, and it was given to a site that did
   * not construct it. Then it may be in anybody's hands, and whoever is not known to own it does
   * not.
   */
  boolean isHandedOn() {
    return given && handedOn;
  }

  /** Returns the binary names of the classes that were given it. */
  Set<String> holders() {
    return holders;
  }

  /** Tells whether the class, or one around or within it, was given the instance. */
  boolean isHeldBy(String className) {
    return holders.contains(ClassNames.outermost(className));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Compares the referents by identity; a cleared reference equals only itself. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    Object mine = get();
    Object its = other instanceof WeakReference ? ((WeakReference<?>) other).get() : null;
    return mine != null && mine == its;
  }
}
