package dev.ssot.engine.transform;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.AddedTargets;
import dev.ssot.bootstrap.zone.AgentThreads;
import java.util.function.Consumer;

/**
 * Follows options that come while the agent runs: the modes first, so that an added target begins
 * in its own, then the targets.
 */
public final class OptionsFollower implements Consumer<Options>, Runnable {
  private final Consumer<Options> modes;
  private final AddedTargets targets;
  private final Retransformation retransformation;
  private final UnusableTargets unusable;

  /** Whether targets were added and no thread could be started to look for their classes. */
  private boolean due;

  /**
   * Follows nothing yet.
   *
   * @param modes takes the options before the targets are added
   */
  public OptionsFollower(
      Consumer<Options> modes,
      AddedTargets targets,
      Retransformation retransformation,
      UnusableTargets unusable) {
    this.modes = modes;
    this.targets = targets;
    this.retransformation = retransformation;
    this.unusable = unusable;
  }

  @Override
  public void accept(Options next) {
    modes.accept(next);
    due |= next.enabled() && targets.addFrom(next);
    if (due) {
      AgentThreads.daemon("ssot-targets", this).start();
      due = false;
    }
  }

  /**
   * Weaves what was loaded before, on a thread of its own, as loaders of the application answer.
   */
  @Override
  public void run() {
    retransformation.perform(targets.loadedClasses(), "what it constructs may go unseen");
    unusable.look();
  }
}
