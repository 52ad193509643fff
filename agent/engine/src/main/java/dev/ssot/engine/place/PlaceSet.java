package dev.ssot.engine.place;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Places in source files. Bounded, as the number of generated callers may be unlimited. */
public final class PlaceSet {
  private static final int BOUND = 10_000;

  private final Set<String> all = ConcurrentHashMap.newKeySet();

  /**
   * Notes a place.
   *
   * @param line -1 without debug information
   * @return whether there was room for it
   */
  public boolean add(String className, String method, int line) {
    boolean room = all.size() < BOUND;
    if (room) {
      all.add(key(className, method, line));
    }
    return room;
  }

  /** Tells whether the place was noted. */
  public boolean contains(String className, String method, int line) {
    return !all.isEmpty() && all.contains(key(className, method, line));
  }

  /** Tells whether the frame is at a place that was noted. */
  public boolean contains(StackTraceElement frame) {
    return contains(frame.getClassName(), frame.getMethodName(), frame.getLineNumber());
  }

  private static String key(String className, String method, int line) {
    return className + '#' + method + ':' + Math.max(-1, line);
  }
}
