package dev.ssot.engine.command;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses a switch for a target or a group that there is not: it would be accepted, change nothing,
 * and leave whoever asked for it in the belief that it did.
 */
final class ScopeCheck {
  private final Options options;
  private final AgentSnapshot snapshot;

  ScopeCheck(Options options, AgentSnapshot snapshot) {
    this.options = options;
    this.snapshot = snapshot;
  }

  /**
   * Checks what a request names.
   *
   * @throws IllegalArgumentException that names what was probably meant, or says why the class is
   *     no target
   */
  void check(ModeRequest request) {
    checkTarget(request.scope.target());
    checkGroup(request.scope.group());
  }

  private void checkTarget(ClassPattern target) {
    if (target == null) {
      return;
    }
    checkUsable(target);
    if (isKnown(target)) {
      return;
    }
    Set<String> names = new LinkedHashSet<>();
    for (TargetSnapshot each : snapshot.targets) {
      names.add(each.className);
    }
    for (TargetOption each : options.targets()) {
      names.add(each.toString());
    }
    throw new IllegalArgumentException(
        "there is no target '"
            + target
            + "'; nearest are "
            + NearestNames.to(target.toString(), names));
  }

  private void checkUsable(ClassPattern target) {
    for (AgentSnapshot.Refused refused : snapshot.refused) {
      if (refused.hint != null && refused.className.equals(target.toString())) {
        throw new IllegalArgumentException(refused.sentence());
      }
    }
  }

  /** Tells whether a class that is loaded is meant, or one that the options name. */
  private boolean isKnown(ClassPattern target) {
    for (TargetSnapshot each : snapshot.targets) {
      if (target.matches(each.className)) {
        return true;
      }
    }
    for (TargetOption each : options.targets()) {
      String configured = each.toString();
      if (configured.equals(target.toString())
          || (each.pattern().isExact() && target.matches(configured))) {
        return true;
      }
    }
    return false;
  }

  private void checkGroup(String group) {
    List<String> names = new ArrayList<>();
    for (GroupOption each : options.groups()) {
      names.add(each.name());
    }
    if (group != null && !names.contains(group)) {
      throw new IllegalArgumentException(
          "there is no group '"
              + group
              + "'; "
              + (names.isEmpty()
                  ? "the configuration has no groups"
                  : "nearest are " + NearestNames.to(group, names) + "; the groups are " + names));
    }
  }
}
