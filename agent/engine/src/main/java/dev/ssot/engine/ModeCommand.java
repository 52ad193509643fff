package dev.ssot.engine;

import dev.ssot.bootstrap.options.Durations;
import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.detect.snapshot.GroupSnapshot;
import dev.ssot.engine.detect.snapshot.TargetSnapshot;
import dev.ssot.engine.redirect.ModeScope;
import dev.ssot.engine.redirect.ModeTable;
import dev.ssot.engine.redirect.Modes;
import dev.ssot.engine.report.wording.DryRun;
import dev.ssot.engine.report.wording.Printable;
import java.time.Duration;
import java.util.List;

/** A switch by hand and the answer to whoever asked for it: what holds now, and the way back. */
final class ModeCommand {
  private final Modes modes;
  private final SnapshotAssembler assembler;

  ModeCommand(Modes modes, SnapshotAssembler assembler) {
    this.modes = modes;
    this.assembler = assembler;
  }

  /**
   * Switches. An empty text stands for what is not restricted, as consoles send it.
   *
   * @param time such as {@code 2h}; empty for good
   * @param by who asks
   * @throws IllegalArgumentException that says what is valid
   */
  String perform(String mode, String target, String group, String sites, String time, String by) {
    ModeScope scope = ModeScope.of(orNull(target), orNull(group), orNull(sites));
    Mode wanted = Mode.of(mode);
    Duration duration = orNull(time) == null ? null : Durations.parse(time);
    checkGroup(orNull(group));
    Mode before = modes.table().at(scope);
    List<ModeTable.Setting> cleared = modes.set(scope, wanted, by, duration);
    StringBuilder answer = new StringBuilder();
    answer.append(scope).append(" is now ").append(wanted).append(", it was ").append(before);
    if (duration != null) {
      answer.append("; for ").append(time).append(", then back by itself");
    }
    if (!cleared.isEmpty()) {
      answer.append("; cleared ").append(cleared);
    }
    consequences(wanted, answer);
    return answer.append("; back everywhere: mode observe").toString();
  }

  private void checkGroup(String group) {
    List<GroupOption> groups = assembler.groups();
    if (group != null && groups.stream().noneMatch(each -> each.name().equals(group))) {
      throw new IllegalArgumentException(
          "there is no group '" + group + "'; the groups are " + groups);
    }
  }

  /** What a switch cannot change: what was constructed before. */
  private void consequences(Mode mode, StringBuilder answer) {
    for (TargetSnapshot target : assembler.take().targets) {
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

  private static String orNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
