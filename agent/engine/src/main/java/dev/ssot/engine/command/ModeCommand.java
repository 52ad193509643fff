package dev.ssot.engine.command;

import dev.ssot.engine.policy.ModeChange;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.policy.ModeTable;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SnapshotSource;
import dev.ssot.engine.wording.ModeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;

/** A switch of the mode by hand and its answer: what holds now, and how to go back. */
final class ModeCommand {
  private final Modes modes;
  private final SitePolicy policy;
  private final SnapshotSource snapshots;
  private final Logger log;

  ModeCommand(Modes modes, SitePolicy policy, SnapshotSource snapshots, Logger log) {
    this.modes = modes;
    this.policy = policy;
    this.snapshots = snapshots;
    this.log = log;
  }

  /**
   * Switches, and tells what that did and did not change.
   *
   * @throws IllegalArgumentException if there is no such target or group
   */
  String perform(ModeRequest request) {
    AgentSnapshot earlier = snapshots.take();
    new ScopeCheck(policy.options(), earlier).check(request);
    ModeScope scope = request.scope;
    ModeTable modesBefore = modes.table();
    String before = ModeWords.held(modesBefore, scope);
    List<ModeTable.Setting> cleared =
        modes.set(scope, request.mode, request.by, request.duration());
    StringBuilder answer = new StringBuilder();
    answer.append(scope).append(" is now ").append(request.mode).append(", it was ").append(before);
    if (request.time != null) {
      answer.append("; for ").append(request.time).append(end(scope));
    }
    if (!cleared.isEmpty()) {
      answer.append("; cleared ").append(cleared);
    }
    List<String> consequences =
        ModeWords.exceptions(modes.table().exceptionsFrom(scope, request.mode), modesBefore);
    consequences.addAll(SwitchOutcome.of(scope, policy.options(), earlier, snapshots.take()));
    if (!consequences.isEmpty()) {
      String told = String.join("; ", consequences);
      log.warn("{}: {}", scope, told);
      answer.append("; ").append(told);
    }
    return answer.append("; back everywhere: mode observe").toString();
  }

  /**
   * Says what a switch would do.
   *
   * @throws IllegalArgumentException if there is no such target or group
   */
  String preview(ModeRequest request) {
    AgentSnapshot now = snapshots.take();
    new ScopeCheck(policy.options(), now).check(request);
    ModeScope scope = request.scope;
    ModeTable table = modes.table();
    StringBuilder answer = new StringBuilder();
    answer.append(scope).append(" would be ").append(request.mode);
    answer.append(", it is ").append(ModeWords.held(table, scope));
    if (request.time != null) {
      answer.append("; for ").append(request.time);
    }
    if (!table.narrowerThan(scope).isEmpty()) {
      answer.append("; would clear ").append(table.narrowerThan(scope));
    }
    List<String> consequences = SwitchOutcome.ofPlan(scope, request.mode, policy.options(), now);
    if (!consequences.isEmpty()) {
      answer.append("; ").append(String.join("; ", consequences));
    }
    return answer.append("; nothing was changed").toString();
  }

  /** Says when the switch that was just made ends by itself, and what holds then. */
  private String end(ModeScope scope) {
    List<ModeChange> history = modes.history();
    List<ModeChange> narrower = new ArrayList<>();
    for (int i = history.size() - 1; i >= 0; i--) {
      ModeChange change = history.get(i);
      if (change.scope.equals(scope.toString())) {
        return ModeWords.until(change) + otherwise(change, narrower);
      }
      narrower.add(0, change);
    }
    return "";
  }

  /** Says {@code (P1: enforce)} where the same switch goes back to something else. */
  private static String otherwise(ModeChange whole, List<ModeChange> narrower) {
    List<String> parts = new ArrayList<>();
    for (ModeChange part : narrower) {
      if (part.then != whole.then && Objects.equals(part.until, whole.until)) {
        parts.add(part.scope + ": " + part.then);
      }
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }
}
