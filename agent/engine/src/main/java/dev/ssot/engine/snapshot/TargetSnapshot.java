package dev.ssot.engine.snapshot;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.ledger.Totals;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeChange;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One target of one class loader as the report shows it. Totals are the sums over its sites, taken
 * from one reading of the counters.
 */
public final class TargetSnapshot {
  public String className;

  /** The pattern of the option that names it; null if the file names it no more. */
  public String option;

  /** Whether the option gives this target a mode of its own. */
  public boolean ownMode;

  /** {@code app}, {@code platform}, or the loader's class name and identity. */
  public String loader;

  public Mode mode;
  public CanonicalSnapshot canonical;

  /**
   * The sums over all sites, allowed ones included. The instances are a lower bound unless {@link
   * #exact}.
   */
  public Totals totals = new Totals();

  /** Distinct source files of the sites that are not allowed. */
  public int files;

  /** Whether the numbers of instances are exact, and not lower bounds. */
  public boolean exact;

  /** Whether its objects are those that calls hand out as that type. */
  public boolean handedOut;

  /** Whether each call site gets again what it made first, where its group says nothing else. */
  public boolean sharedBySite;

  /** Why they are lower bounds; null if they are exact. */
  public Reason inexact;

  /** Tells whether they are lower bounds because the agent failed or came too late for a class. */
  public boolean isLossy() {
    return inexact == Reason.LOADED_UNWOVEN
        || inexact == Reason.WEAVING_FAILED
        || inexact == Reason.COUNTING_FAILED;
  }

  /** Instances that were there before the agent; 0 when it started with the JVM. */
  public long beforeAttach;

  /** Objects of subclasses, proxies and mocks constructed, by class name. */
  public Map<String, Long> subclasses = Collections.emptyMap();

  /** The last comparison with the heap; null if nobody asked for one. */
  public HeapSnapshot heap;

  public Map<Reason, Long> failures = Collections.emptyMap();
  public long guarded;

  /** Calls of guarded methods that did nothing, by class and method of the caller. */
  public Map<String, Long> guardedBy = Collections.emptyMap();

  public List<GroupSnapshot> groups = Collections.emptyList();
  public List<ModeChange> modes = Collections.emptyList();
  public List<NotWoven> notWoven = Collections.emptyList();

  /** In the order in which someone should fix them: group priority, then constructions. */
  public List<SiteSnapshot> sites = Collections.emptyList();

  /**
   * Counts the call sites that are not allowed. It counts by groups, as the list of sites may be
   * shortened.
   */
  public int callSites() {
    int callSites = 0;
    for (GroupSnapshot group : groups) {
      callSites += group.sites;
    }
    return callSites;
  }

  /** A construction in a class file that stays as it is. */
  public static final class NotWoven {
    public String className;
    public String method;
    public int line;
    public Reason reason;
  }
}
