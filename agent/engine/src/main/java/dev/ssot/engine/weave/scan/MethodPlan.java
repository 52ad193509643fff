package dev.ssot.engine.weave.scan;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.weave.site.WovenSite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes to one method. Instructions are identified by their number in code order: calls of
 * constructors and {@code invokedynamic} are counted together, other calls by themselves.
 */
public final class MethodPlan {
  /** The hook that a constructor of a target gets. */
  public enum Hook {
    NONE,
    /** It calls {@code super(…)}: counts the object when it returns. */
    COMPLETION,
    /** It calls {@code this(…)}: counts the object when it returns, in place of what it calls. */
    DELEGATION,
    /** It should have been hooked, but its code is of no known form. */
    REFUSED
  }

  private final WovenSite method;
  private final Map<Integer, PlannedSite> sites = new LinkedHashMap<>();
  private final Map<Integer, PlannedSite> factories = new LinkedHashMap<>();
  private final Set<Integer> delegations = new HashSet<>();
  private Hook hook = Hook.NONE;
  private int maxLocals;
  private boolean guards;

  MethodPlan(WovenSite method) {
    this.method = method;
  }

  /** Returns the same plan, by which the calls that may make a target stay as they are. */
  public MethodPlan withoutCalls() {
    MethodPlan rest = new MethodPlan(method);
    rest.sites.putAll(sites);
    rest.delegations.addAll(delegations);
    rest.guards = guards;
    rest.finish(hook, maxLocals);
    return rest;
  }

  void add(int instruction, PlannedSite site) {
    sites.put(instruction, site);
  }

  /** Adds a call that may make a target, by its number among the calls of other methods. */
  void addFactory(int call, PlannedSite site) {
    factories.put(call, site);
  }

  /** Marks the constructions of a class, as the method configures an object of it. */
  void markConfiguring(String target) {
    markConfiguring(target, sites);
    markConfiguring(target, factories);
  }

  private static void markConfiguring(String target, Map<Integer, PlannedSite> among) {
    for (Map.Entry<Integer, PlannedSite> each : among.entrySet()) {
      PlannedSite planned = each.getValue();
      if (planned.site().target().equals(target)) {
        each.setValue(planned.asConfiguring());
      }
    }
  }

  /** Marks a construction whose object stays within its class. */
  void markKept(int instruction) {
    PlannedSite planned = sites.get(instruction);
    if (planned != null && planned.site().kind() == Kind.NEW) {
      sites.put(instruction, planned.asKept());
    }
  }

  /** Marks a construction that passes nothing but constants. */
  void markConstant(int instruction) {
    markConstant(instruction, sites);
  }

  /** Marks a call to which nothing but constants has gone in. */
  void markConstantCall(int call) {
    markConstant(call, factories);
  }

  private static void markConstant(int number, Map<Integer, PlannedSite> among) {
    PlannedSite planned = among.get(number);
    if (planned != null) {
      among.put(number, planned.asConstant());
    }
  }

  /** Tells whether there is a construction or call that may pass something. */
  boolean passesAnything() {
    for (PlannedSite planned : sites.values()) {
      String constructor = planned.site().constructor();
      if (constructor != null && !constructor.startsWith("()")) {
        return true;
      }
    }
    return !factories.isEmpty();
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

  /** Returns the method as a whole. */
  public WovenSite method() {
    return method;
  }

  public Hook hook() {
    return hook;
  }

  /** Tells whether the method gets a guard, which asks first whether it is to do nothing. */
  public boolean guards() {
    return guards;
  }

  /** Returns the first local variable that the method itself does not use. */
  public int maxLocals() {
    return maxLocals;
  }

  /** Returns the constructions in code order, and then the calls that may make a target. */
  public Collection<PlannedSite> sites() {
    if (factories.isEmpty()) {
      return sites.values();
    }
    List<PlannedSite> all = new ArrayList<>(sites.values());
    all.addAll(factories.values());
    return all;
  }

  /** Tells whether a call that may make a target is to be woven. */
  public boolean hasFactories() {
    return !factories.isEmpty();
  }

  /** Returns the call to weave of that number; null if there is none. */
  public PlannedSite factoryAt(int call) {
    return factories.get(call);
  }

  /** Returns the construction to weave at that instruction; null if there is none. */
  public PlannedSite wovenAt(int instruction) {
    PlannedSite site = sites.get(instruction);
    return site == null || site.refusal() != null ? null : site;
  }

  /** Tells whether that constructor call is {@code this(…)} or {@code super(…)}. */
  public boolean delegatesAt(int instruction) {
    return delegations.contains(instruction);
  }

  /**
   * Tells whether the method gets a hook or guard, and not only other instructions for its
   * constructions.
   */
  public boolean changesItself() {
    return hook == Hook.COMPLETION || hook == Hook.DELEGATION || guards;
  }

  /** Tells whether there is anything to change. */
  public boolean changes() {
    if (changesItself() || !factories.isEmpty()) {
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
