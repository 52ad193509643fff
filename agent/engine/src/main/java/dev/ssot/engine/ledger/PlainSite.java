package dev.ssot.engine.ledger;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Passed;
import java.lang.ref.WeakReference;

/**
 * A woven {@code new} in the table of the dispatch class. While it only constructs, and the hook of
 * the constructor is known to run, it runs the plain constructor, and the hook counts.
 */
public final class PlainSite {
  public final Site site;

  /** 0 if the table is full. */
  final int id;

  /** Told once the plain constructor is run, weakly as it leads to the application's loader. */
  private volatile WeakReference<Runnable> listener = new WeakReference<>(null);

  private volatile Passed passed = Passed.NOTHING;

  /** What was decided last. */
  private volatile Decision decision = new Decision(false, false, 0);

  PlainSite(Site site, int id) {
    this.site = site;
    this.id = id;
  }

  /**
   * Begins a decision, which the end of the target's epoch makes void.
   *
   * @return to be handed to {@link #decide}
   */
  public int begin() {
    return site.target.plain.period();
  }

  /**
   * Decides what the site does.
   *
   * @param constructs whether it only constructs, and needs to ask nobody; only a {@code new} asks
   *     whether it does
   * @param counts whether its constructions are counted
   * @param period what {@link #begin} returned
   */
  public void decide(boolean constructs, boolean counts, int period) {
    boolean asks = site.location.kind == Kind.NEW;
    decision = new Decision(constructs && asks, counts, period);
    site.target.plain.linked(this);
  }

  /** Notes what this very call passes; another one on its line may pass something else. */
  public void note(Passed what) {
    passed = what;
  }

  /** Returns what this very call passes. */
  public Passed passed() {
    return passed;
  }

  /** Takes who is told once the site runs the plain constructor. */
  public void setListener(Runnable link) {
    listener = new WeakReference<>(link);
  }

  /**
   * Marks the thread for a constructor that is called by a handle, if a hook takes the mark. The
   * hook tells that it did only where somebody waits for that, as it takes time.
   */
  public void markThread() {
    Target target = site.target;
    if (target.hooked) {
      boolean waits = id != 0 && (decision.constructs || !target.hooksRun);
      SsotDispatch.mark(waits ? -id : SsotDispatch.ELSEWHERE);
    }
  }

  /** Takes note that a hook took the mark, so that the hook can be relied on. */
  public void hookRan() {
    site.target.markHooksRunning();
    runPlain();
  }

  /**
   * Runs the plain constructor from now on, if that was decided and the hooks are there to count.
   *
   * @return the mark with which it does; 0 if it asks
   */
  public int runPlain() {
    Decision current = decision;
    if (current.constructs && site.target.hasRunningHooks()) {
      int counted = site.isAttentive() ? id | SsotDispatch.LOOK : id;
      int mark = current.counts ? counted : SsotDispatch.ELSEWHERE;
      Runnable link = listener.get();
      if (site.target.plain.add(this, mark, current.period)) {
        if (link != null) {
          link.run();
        }
        look(site.isAttentive());
        return mark;
      }
    }
    return 0;
  }

  /** Counts a construction that threw, unless nothing is counted here. */
  public void failed() {
    if (decision.counts) {
      site.countFailed();
    }
  }

  void look(boolean attentive) {
    SsotDispatch.setLook(id, attentive);
  }

  long constructions() {
    return SsotDispatch.count(id);
  }

  /** What a site does until the epoch ends. */
  private static final class Decision {
    final boolean constructs;
    final boolean counts;
    final int period;

    Decision(boolean constructs, boolean counts, int period) {
      this.constructs = constructs;
      this.counts = counts;
      this.period = period;
    }
  }
}
