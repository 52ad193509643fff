package dev.ssot.engine.command;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.policy.ModeTable;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SnapshotSource;
import dev.ssot.engine.wording.ModeWords;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;

/** A switch of modes by the configuration file: says in the log what a switch by hand answers. */
public final class FileSwitch implements Consumer<Options> {
  private final Consumer<Options> follower;
  private final Modes modes;
  private final SitePolicy policy;
  private final SnapshotSource snapshots;
  private final Logger log;

  /** Hands on to the follower what the file says, and tells what came of it. */
  public FileSwitch(
      Consumer<Options> follower,
      Modes modes,
      SitePolicy policy,
      SnapshotSource snapshots,
      Logger log) {
    this.follower = follower;
    this.modes = modes;
    this.policy = policy;
    this.snapshots = snapshots;
    this.log = log;
  }

  @Override
  public void accept(Options next) {
    AgentSnapshot before = snapshots.take();
    ModeTable modesBefore = modes.table();
    follower.accept(next);
    if (modes.isEnded()) {
      return; // the agent leaves, and nothing came of it
    }
    if (modes.isStopped()) {
      log.warn(
          "the file says enabled: false: every call site constructs and nothing is counted;"
              + " instances that were shared stay guarded; enabled: true goes on");
    } else if (!modes.table().settings().toString().equals(modesBefore.settings().toString())) {
      tell(before, modesBefore);
    }
  }

  private void tell(AgentSnapshot before, ModeTable modesBefore) {
    Mode all = modes.table().ofAll();
    List<ModeTable.Setting> narrower = modes.table().exceptionsFrom(ModeScope.ALL, all);
    AgentSnapshot after = snapshots.take();
    List<String> told = ModeWords.exceptions(narrower, modesBefore);
    for (ModeTable.Setting each : narrower) {
      String unmatched = SwitchOutcome.unmatched(each.scope, policy.options(), after);
      if (unmatched != null) {
        told.add(unmatched);
      }
    }
    told.addAll(SwitchOutcome.of(ModeScope.ALL, policy.options(), before, after));
    log.warn("mode {}{}", all, told.isEmpty() ? "" : "; " + String.join("; ", told));
  }
}
