package dev.ssot.engine.ledger;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Objects of the application: weakly held, compared by identity, so that no code of it runs. */
public final class IdentitySet {
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final Set<Object> members = ConcurrentHashMap.newKeySet();

  /** Adds an object, unless it is in the set already. */
  public void add(Object object) {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      members.remove(gone);
    }
    members.add(new Member(object, collected));
  }

  public boolean contains(Object object) {
    return !members.isEmpty() && members.contains(new Member(object, null));
  }

  /**
   * Equal to the members of the same object; once that object is collected, equal only to itself.
   */
  private static final class Member extends WeakReference<Object> {
    private final int hash;

    Member(Object object, ReferenceQueue<Object> queue) {
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
      return mine != null && other instanceof Member && ((Member) other).get() == mine;
    }
  }
}
