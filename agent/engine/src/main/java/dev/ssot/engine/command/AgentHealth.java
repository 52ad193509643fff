package dev.ssot.engine.command;

import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SnapshotSource;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.CanonicalProblem;
import dev.ssot.engine.wording.Outcomes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Whether somebody should look: duplicates are alive, objects are made again and again, a canonical
 * instance cannot be had, what is named cannot be a target, or the agent itself has failed.
 */
final class AgentHealth {
  /** Targets named; a pattern may match hundreds. */
  private static final int NAMED = 20;

  private final SnapshotSource snapshots;
  private final LongSupplier failures;

  AgentHealth(SnapshotSource snapshots, LongSupplier failures) {
    this.snapshots = snapshots;
    this.failures = failures;
  }

  /** Lists what is wrong, for people; nothing if all is well. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    int unnamed = 0;
    AgentSnapshot snapshot = snapshots.take();
    List<TargetSnapshot> targets = snapshot.targets;
    for (TargetSnapshot target : targets) {
      if (target.totals.duplicates() > 0 && reasons.size() < NAMED) {
        reasons.add(duplicates(target));
      } else if (target.totals.duplicates() > 0) {
        unnamed++;
      }
    }
    if (unnamed > 0) {
      reasons.add("duplicates of " + unnamed + " more classes are alive");
    }
    for (TargetSnapshot target : targets) {
      CanonicalProblem problem = new CanonicalProblem(target);
      if (problem.isUrgent() && reasons.size() <= 2 * NAMED) {
        reasons.add("canonical of " + target.className + " is " + problem.sentence());
      }
    }
    churn(targets, reasons);
    losses(snapshot, reasons);
    unusable(snapshot, reasons);
    long failed = failures.getAsLong();
    if (failed > 0) {
      reasons.add("the agent failed " + failed + " times; its log says how");
    }
    return reasons;
  }

  private static void churn(List<TargetSnapshot> targets, List<String> reasons) {
    for (TargetSnapshot target : targets) {
      if (target.totals.isChurn() && reasons.size() <= 3 * NAMED) {
        reasons.add(
            target.className
                + " is made again and again: "
                + new Outcomes(target).churn()
                + ", whether or not the objects live on");
      }
    }
  }

  /** Names the targets of which constructions may be missing because the agent failed. */
  private static void losses(AgentSnapshot snapshot, List<String> reasons) {
    Set<String> lossy = new HashSet<>();
    for (TargetSnapshot target : snapshot.targets) {
      if (target.isLossy() && lossy.add(target.className) && reasons.size() <= 4 * NAMED) {
        reasons.add(
            "constructions of "
                + target.className
                + " may be missing: "
                + target.inexact.sentence()
                + " ("
                + target.inexact
                + ")");
      }
    }
    for (AgentSnapshot.Refused refused : snapshot.refused) {
      if (refused.isFailure()
          && !lossy.contains(refused.className)
          && reasons.size() <= 4 * NAMED) {
        reasons.add(
            refused.className
                + " is a target, and how many there are is not known: "
                + refused.reason.sentence()
                + " ("
                + refused.reason
                + ")");
      }
    }
  }

  /** Names what the option targets matches in vain: as long as it does, nothing is watched. */
  private static void unusable(AgentSnapshot snapshot, List<String> reasons) {
    for (AgentSnapshot.Refused refused : snapshot.refused) {
      if (refused.hint != null && reasons.size() <= 4 * NAMED) {
        reasons.add(refused.sentence());
      }
    }
  }

  private static String duplicates(TargetSnapshot target) {
    String many = target.totals.duplicates() == 1 ? " duplicate of " : " duplicates of ";
    String alive = target.totals.duplicates() == 1 ? " is alive" : " are alive";
    return (target.exact ? "" : "at least ")
        + target.totals.duplicates()
        + many
        + target.className
        + alive;
  }
}
