package dev.ssot.engine.weave.scan;

import dev.ssot.engine.weave.site.WovenSite;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to do to one method. Instructions are told apart by their number in code order: constructor
 * calls and {@code invokedynamic} together.
 */
public final class MethodPlan {
  /** What the constructor of a target gets. */
  public enum Hook {
    NONE,
    /** It calls {@code super(…)}: counts the object when it returns. */
    COMPLETION,
    /**
     * It calls {@code this(…)} with arguments that may construct: takes the mark and passes it on.
     */
    MARK_ONLY,
    /** It should have been hooked, but its code is of no known form. */
    REFUSED
  }

  private final WovenSite method;
  private final Map<Integer, PlannedSite> sites = new LinkedHashMap<>();
  private final Set<Integer> delegations = new HashSet<>();
  private Hook hook = Hook.NONE;
  private int maxLocals;
  private boolean guards;

  MethodPlan(WovenSite method) {
    this.method = method;
  }

  void add(int instruction, PlannedSite site) {
    sites.put(instruction, site);
  }

  /** The method configures an object of that class: perhaps one that it has constructed. */
  void markConfiguring(String target) {
    sites.replaceAll(
        (instruction, planned) ->
            planned.site().target().equals(target) ? planned.asConfiguring() : planned);
  }

  void addDelegation(int instruction) {
    delegations.add(instruction);
  }

  void markGuarded() {
    guards = true;
  }

  void finish(Hook wanted, int locals) {
    hook = wanted;
    maxLocals = locals;
  }

  /** The method as a whole. */
  public WovenSite method() {
    return method;
  }

  public Hook hook() {
    return hook;
  }

  /** Whether the method asks first whether it is to do nothing. */
  public boolean guards() {
    return guards;
  }

  /** The first local variable that the method itself does not use. */
  public int maxLocals() {
    return maxLocals;
  }

  /** In code order. */
  public Collection<PlannedSite> sites() {
    return sites.values();
  }

  /** Null if that instruction is none of our business or is to be left as it is. */
  public PlannedSite wovenAt(int instruction) {
    PlannedSite site = sites.get(instruction);
    return site == null || site.refusal() != null ? null : site;
  }

  /** Whether that constructor call is {@code this(…)} or {@code super(…)}. */
  public boolean delegatesAt(int instruction) {
    return delegations.contains(instruction);
  }

  /** Whether the method gets more than other instructions for what it constructs. */
  public boolean changesItself() {
    return hook == Hook.COMPLETION || hook == Hook.MARK_ONLY || guards;
  }

  /** Whether there is anything to change. */
  public boolean changes() {
    if (changesItself()) {
      return true;
    }
    for (PlannedSite site : sites.values()) {
      if (site.refusal() == null) {
        return true;
      }
    }
    return false;
  }
}
