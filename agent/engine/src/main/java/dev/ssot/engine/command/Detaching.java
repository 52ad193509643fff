package dev.ssot.engine.command;

import java.util.Map;
import java.util.Set;

/** What the engine does when it is told to leave. */
public interface Detaching {
  /** Lists, by target, the classes that were given an instance which they did not construct. */
  Map<String, Set<String>> formerOwners();

  /**
   * Hands out nothing to whoever has nothing yet, and then undoes everything and ends the engine.
   *
   * @param permission asked in between; if it throws, everything goes on as before
   * @return one sentence: what was undone, and what could not be
   */
  String leave(Runnable permission);
}
