package dev.ssot.engine.config;

import dev.ssot.bootstrap.options.OptionChanges;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import java.util.List;

/**
 * The options that the running agent follows: those of its start, and what came since by the file
 * or by an attach. Whoever changes them holds its lock, so that one change is done before the next.
 */
public final class FollowedOptions {
  final Options started;

  /** The targets of the start and those that were added since: none is ever removed. */
  private List<TargetOption> watched;

  private Options last;
  private boolean stopped;

  /** Begins with the options of the start. */
  public FollowedOptions(Options started) {
    this.started = started;
    this.last = started;
    this.watched = started.targets();
  }

  /** Returns what was read last and is followed. */
  Options last() {
    return last;
  }

  List<TargetOption> watched() {
    return watched;
  }

  /** Tells whether the file said {@code enabled: false} when it was read last. */
  boolean isStopped() {
    return stopped;
  }

  /** Lists the keys that are followed and whose values differ from what holds. */
  List<String> followed(Options next) {
    return OptionChanges.followed(last, watched, next);
  }

  /** Lists what a running agent cannot follow. */
  List<String> needingRestart(Options next) {
    return OptionChanges.needingRestart(started, watched, next);
  }

  void take(Options next) {
    stopped = !next.enabled();
    if (next.enabled()) {
      last = next;
      watched = OptionChanges.watched(watched, next);
    }
  }
}
