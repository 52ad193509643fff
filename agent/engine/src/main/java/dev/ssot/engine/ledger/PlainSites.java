package dev.ssot.engine.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * The woven {@code new}s of one target that run the plain constructor at present, without asking
 * anybody. An end makes all of them ask; what was decided before it holds no more.
 */
public final class PlainSites {
  private final Set<PlainSite> plain = new HashSet<>();

  /** The numbers of those whose constructions the stack attributes. */
  private final Set<Integer> byStack = new HashSet<>();

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
  public synchronized int addByStack(int id, int decidedIn) {
    if (decidedIn != period) {
      return 0;
    }
    if (byStack.add(id)) {
      SsotDispatch.setPlain(id, SsotDispatch.BY_STACK);
    }
    return SsotDispatch.BY_STACK;
  }

  /** Makes all sites ask at their next use. */
  public synchronized void end() {
    period++;
    for (PlainSite site : plain) {
      SsotDispatch.setUnlinked(site.id);
    }
    plain.clear();
    for (Integer id : byStack) {
      SsotDispatch.setUnlinked(id);
    }
    byStack.clear();
  }
}
