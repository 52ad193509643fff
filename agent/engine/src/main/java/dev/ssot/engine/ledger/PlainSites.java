package dev.ssot.engine.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * The woven {@code new}s of one target that run the plain constructor at present, without asking
 * anybody. An end makes all of them ask; what was decided before it holds no more.
 */
public final class PlainSites {
  private final Set<PlainSite> plain = new HashSet<>();

  /** The numbers of those whose constructions the stack attributes, and of unanswered calls. */
  private final Set<Integer> unasked = new HashSet<>();

  private int period;

  /** Returns the number of the current period. It has to be read before what is decided in it. */
  public synchronized int period() {
    return period;
  }

  /** Takes note that a site is linked: it asks until it is added. */
  synchronized void linked(PlainSite site) {
    if (!plain.contains(site)) {
      SsotDispatch.setPlain(site.id, 0);
    }
  }

  /**
   * Lets a site run the plain constructor.
   *
   * @return false if the period of that decision is over
   */
  synchronized boolean add(PlainSite site, int mark, int decidedIn) {
    if (decidedIn == period && plain.add(site)) {
      SsotDispatch.setPlain(site.id, mark);
    }
    return decidedIn == period;
  }

  /**
   * Lets a {@code new} run the plain constructor, whose hook finds out by the stack on whose
   * behalf.
   *
   * @param id its number
   * @return the mark with which it does; 0 if the period of that decision is over, so that it asks
   */
  public int addByStack(int id, int decidedIn) {
    return add(id, SsotDispatch.BY_STACK, decidedIn) ? SsotDispatch.BY_STACK : 0;
  }

  /**
   * Lets a call that may make a target pass, as nobody answers it: only what it hands out for the
   * first time is looked at.
   *
   * @param id its number
   */
  public void addUnanswered(int id, int decidedIn) {
    add(id, SsotDispatch.UNANSWERED, decidedIn);
  }

  private synchronized boolean add(int id, int mark, int decidedIn) {
    if (decidedIn == period) {
      unasked.add(id);
      SsotDispatch.setPlain(id, mark);
    }
    return decidedIn == period;
  }

  /** Makes such a call ask at its next use, also one that passes because it handed out nothing. */
  public synchronized void remove(int id) {
    unasked.remove(id);
    SsotDispatch.setUnlinked(id);
  }

  /** Makes all sites ask at their next use. */
  public synchronized void end() {
    period++;
    for (PlainSite site : plain) {
      SsotDispatch.setUnlinked(site.id);
    }
    plain.clear();
    for (Integer id : unasked) {
      SsotDispatch.setUnlinked(id);
    }
    unasked.clear();
  }
}
