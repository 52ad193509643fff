package dev.ssot.engine.detect;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Call sites whose method goes on to configure the object, as their class files tell. Known before
 * the first of them is linked.
 */
public final class ConfiguringSites {
  /** Generated callers may be without number. */
  private static final int BOUND = 10_000;

  private final Set<String> places = ConcurrentHashMap.newKeySet();
  private volatile boolean full;

  /**
   * Notes a place.
   *
   * @param line of the {@code new}; -1 without debug information
   */
  public void add(String className, String method, int line) {
    if (places.size() < BOUND) {
      places.add(key(className, method, line));
    } else {
      full = true;
    }
  }

  /** Beyond the bound every site is taken for one: what is not known is not guessed. */
  boolean contains(Location site) {
    return full || places.contains(key(site.className, site.method, site.line));
  }

  private static String key(String className, String method, int line) {
    return className + '#' + method + ':' + Math.max(-1, line);
  }
}
