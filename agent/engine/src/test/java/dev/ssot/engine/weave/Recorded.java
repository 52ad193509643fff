package dev.ssot.engine.weave;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the recording engine saw. Public, because the engine is in a loader of its own. */
public final class Recorded {
  private static final List<String> EVENTS = new CopyOnWriteArrayList<>();
  private static volatile boolean shared;

  private Recorded() {}

  public static void add(String event) {
    EVENTS.add(event);
  }

  /** From now on every instance is shared, or none. */
  static void share(boolean all) {
    shared = all;
  }

  public static boolean isShared() {
    return shared;
  }

  /** And forgets them. */
  static List<String> take() {
    var taken = List.copyOf(EVENTS);
    EVENTS.clear();
    return taken;
  }
}
