package dev.ssot.engine.config;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;

/** The sources of the options, to which arguments can be added while the agent runs. */
public interface LaterArguments {
  /**
   * Reads the options as they would be with these arguments, which win over all others.
   *
   * @throws OptionsException if they are not valid
   */
  Options with(String arguments) throws OptionsException;

  /** Adds the arguments for good. */
  void take(String arguments);
}
