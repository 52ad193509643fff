package dev.ssot.engine.ledger;

import java.util.List;

/** A set of objects of the application, weakly held and compared by identity. */
public final class IdentitySet {
  private final WeakIdentityMap<Object, Boolean> members = new WeakIdentityMap<>();

  /**
   * Adds an object, unless it is in the set already.
   *
   * @return whether it was not
   */
  public boolean add(Object object) {
    return members.putIfNew(object, true);
  }

  /** Removes an object. */
  public void remove(Object object) {
    members.remove(object);
  }

  /** Returns those that are still alive; a copy, to be held for moments only. */
  public List<Object> all() {
    return members.keys();
  }

  /** Tells whether this very object was added. */
  public boolean contains(Object object) {
    return members.get(object) != null;
  }
}
