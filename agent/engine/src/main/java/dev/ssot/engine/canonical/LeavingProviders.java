package dev.ssot.engine.canonical;

import java.util.Arrays;

/**
 * The providers that have called code outside of their class, which may construct on their behalf.
 * A site that runs below such a call must construct: the provider may be about to replace an
 * instance that is of no use any more.
 */
final class LeavingProviders {
  private volatile String[] members = {};

  /**
   * Takes note of a call. May be told so all the time.
   *
   * @return whether that is the first of this provider
   */
  boolean add(String member) {
    return !contains(member) && addNew(member);
  }

  private synchronized boolean addNew(String member) {
    if (contains(member)) {
      return false;
    }
    String[] more = Arrays.copyOf(members, members.length + 1);
    more[members.length] = member;
    members = more;
    return true;
  }

  /** Tells whether that provider has made such a call. */
  boolean contains(String member) {
    for (String each : members) {
      if (each.equals(member)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether this thread is inside the provider that is that member. */
  boolean isInside(CanonicalMember member) {
    if (members.length == 0 || !SsotDispatch.mayBeInProvider() || !contains(member.description())) {
      return false;
    }
    if (member.isRunning()) {
      return true;
    }
    if (!isAnyRunning()) {
      SsotDispatch.isInNoProvider(); // it has left by an exception
    }
    return false;
  }

  private boolean isAnyRunning() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (contains(frame.getClassName() + "#" + frame.getMethodName() + "()")) {
        return true;
      }
    }
    return false;
  }
}
