package dev.ssot.engine.command;

/** What the engine does with options that come while it runs. */
public interface Reconfiguring {
  /**
   * Takes options, which win over those that were given before. Targets are added.
   *
   * @param arguments {@code key=value,key=value}
   * @return what is different from now on
   * @throws IllegalArgumentException if they are not valid; nothing was changed
   * @throws IllegalStateException if a running agent cannot follow them; nothing was changed
   */
  String take(String arguments);
}
