package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.AddedTargets;
import dev.ssot.bootstrap.start.AgentEngine;
import dev.ssot.bootstrap.zone.AgentThreads;
import java.util.function.Consumer;

/**
 * Follows the configuration file: the modes first, so that an added target begins in its own, then
 * the targets.
 */
final class FileFollower implements Consumer<Options>, Runnable {
  private final Consumer<Options> modes;
  private final AddedTargets targets;
  private final AgentEngine engine;

  FileFollower(Consumer<Options> modes, AddedTargets targets, AgentEngine engine) {
    this.modes = modes;
    this.targets = targets;
    this.engine = engine;
  }

  @Override
  public void accept(Options next) {
    modes.accept(next);
    if (next.enabled() && targets.addFrom(next)) {
      AgentThreads.daemon("ssot-targets", this).start();
    }
  }

  /**
   * Weaves what was loaded before, on a thread of its own, as loaders of the application answer.
   */
  @Override
  public void run() {
    engine.weaveLoaded(targets.loadedClasses());
  }
}
