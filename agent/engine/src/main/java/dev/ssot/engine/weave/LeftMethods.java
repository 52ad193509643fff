package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.ClassScan;
import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.PlannedSite;
import java.util.HashSet;
import java.util.Set;

/**
 * The methods of a class that would grow too large. Such a method is woven without its calls that
 * may make a target, as they take most of the room; if that is not enough, it stays as it is.
 */
final class LeftMethods {
  private final ClassScan scan;

  /** Each as its name and descriptor concatenated, as are the others. */
  private final Set<String> whole = new HashSet<>();

  private final Set<String> calls = new HashSet<>();

  LeftMethods(ClassScan scan) {
    this.scan = scan;
  }

  /**
   * Leaves out more of a method, as it has grown too large.
   *
   * @return whether there was anything left to leave out
   */
  boolean leaveMore(String name, String descriptor) {
    MethodPlan plan = scan.plan(name, descriptor);
    boolean hasCalls = plan != null && plan.hasFactories();
    return (hasCalls && calls.add(name + descriptor)) || whole.add(name + descriptor);
  }

  /** Tells whether a method stays as it is. */
  boolean isLeft(String name, String descriptor) {
    return whole.contains(name + descriptor);
  }

  /** Tells whether a method stays as it is. */
  boolean isLeft(MethodPlan plan) {
    return isLeft(plan.method().method(), plan.method().descriptor());
  }

  /**
   * Returns what is to be done to a method that does not stay as it is.
   *
   * @param plan null if nothing was planned
   */
  MethodPlan reduced(MethodPlan plan) {
    return plan != null && areCallsLeft(plan) ? plan.withoutCalls() : plan;
  }

  private boolean areCallsLeft(MethodPlan plan) {
    return calls.contains(plan.method().method() + plan.method().descriptor());
  }

  /** Tells whether a construction or call stays as it is, as its method would grow too large. */
  boolean isLeft(MethodPlan plan, PlannedSite site) {
    return isLeft(plan) || (site.site().factory() != null && areCallsLeft(plan));
  }
}
