package dev.ssot.engine.config;

import dev.ssot.bootstrap.options.OptionChanges;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * The options that the running agent follows: those of its start, and what came since by the file
 * or by an attach. Whoever changes them holds its lock, so that one change is done before the next.
 */
public final class FollowedOptions {
  final Options started;

  /** The targets of the start and those that were added since: none is ever removed. */
  private List<TargetOption> watched;

  private Options last;

  /** What was read last, even if it says {@code enabled: false}. */
  private Options read;

  private volatile boolean ended;

  /** Begins with the options of the start. */
  public FollowedOptions(Options started) {
    this.started = started;
    this.last = started;
    this.read = started;
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
    return !read.enabled();
  }

  /** Lists the keys that are followed and whose values differ from what holds. */
  List<String> followed(Options next) {
    return OptionChanges.followed(last, watched, next);
  }

  /** Lists what a running agent cannot follow. */
  List<String> needingRestart(Options next) {
    return OptionChanges.needingRestart(started, watched, next);
  }

  /** Follows nothing from now on, as the agent leaves. Waits for no change that is under way. */
  public void end() {
    ended = true;
  }

  /** Tells whether nothing is to be followed any more. */
  boolean isEnded() {
    return ended;
  }

  /**
   * Takes options once somebody has followed them; if that fails, lets it follow those before.
   *
   * @throws IllegalStateException if they could not be followed; says what holds
   */
  void follow(Options next, Consumer<Options> follower) {
    try {
      follower.accept(next);
    } catch (RuntimeException | Error failed) {
      throw new IllegalStateException(
          "the options could not be followed (" + failed + "); " + wentBack(follower), failed);
    }
    take(next);
  }

  private String wentBack(Consumer<Options> follower) {
    try {
      follower.accept(read);
      return "the options before hold again; modes that were switched by hand may have ended, and"
          + " what was to be added may be watched: ask for the modes";
    } catch (RuntimeException | Error again) {
      return "going back failed as well ("
          + again
          + "), so part of them may hold: ask for the modes";
    }
  }

  private void take(Options next) {
    read = next;
    if (next.enabled()) {
      last = next;
      watched = OptionChanges.watched(watched, next);
    }
  }
}
