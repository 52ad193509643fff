package dev.ssot.engine.command;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.policy.ModeTable;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.SnapshotSource;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.DryRun;
import dev.ssot.engine.wording.Printable;
import java.util.List;

/** A switch of the mode by hand and its answer: what holds now, and how to go back. */
final class ModeCommand {
  private final Modes modes;
  private final SitePolicy policy;
  private final SnapshotSource snapshots;

  ModeCommand(Modes modes, SitePolicy policy, SnapshotSource snapshots) {
    this.modes = modes;
    this.policy = policy;
    this.snapshots = snapshots;
  }

  /**
   * Switches, and tells what that did and did not change.
   *
   * @throws IllegalArgumentException if there is no such group
   */
  String perform(ModeRequest request) {
    checkGroup(request.group);
    ModeScope scope = request.scope;
    Mode before = modes.table().at(scope);
    List<ModeTable.Setting> cleared =
        modes.set(scope, request.mode, request.by, request.duration());
    StringBuilder answer = new StringBuilder();
    answer.append(scope).append(" is now ").append(request.mode).append(", it was ").append(before);
    if (request.time != null) {
      answer.append("; for ").append(request.time).append(", then back by itself");
    }
    if (!cleared.isEmpty()) {
      answer.append("; cleared ").append(cleared);
    }
    consequences(request.mode, answer);
    return answer.append("; back everywhere: mode observe").toString();
  }

  private void checkGroup(String group) {
    List<GroupOption> groups = policy.options().groups();
    if (group != null && groups.stream().noneMatch(each -> each.name().equals(group))) {
      throw new IllegalArgumentException(
          "there is no group '" + group + "'; the groups are " + groups);
    }
  }

  /**
   * Adds what the switch does not change, such as duplicates made before, and what a dry run found.
   */
  private void consequences(Mode mode, StringBuilder answer) {
    for (TargetSnapshot target : snapshots.take().targets) {
      if (mode.redirects() && target.totals.duplicates() > 0) {
        answer.append("; ").append(Printable.count(target.totals.duplicates(), "duplicate"));
        answer.append(" of ").append(target.className);
        answer.append(" made before live on until their owners let go of them or the JVM restarts");
      }
      for (GroupSnapshot group : target.groups) {
        if (mode.rehearses() && DryRun.isTried(group)) {
          answer.append("; ").append(group.name == null ? target.className : group.name);
          answer.append(": ").append(DryRun.verdict(group));
        }
      }
    }
  }
}
