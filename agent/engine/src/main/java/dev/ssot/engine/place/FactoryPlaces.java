package dev.ssot.engine.place;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The woven calls that may make a target, by their place. Bounded as {@link PlaceSet} is. */
public final class FactoryPlaces {
  private static final int BOUND = 10_000;

  private final ConcurrentMap<String, Passed> passed = new ConcurrentHashMap<>();

  /**
   * Notes a call. Of several calls of one line, the one that passes most counts.
   *
   * @param target binary name of the class that it may make
   * @param line -1 without debug information
   * @return whether there was room for it
   */
  public boolean add(String target, String className, String method, int line, Passed what) {
    String key = key(target, className, method, line);
    if (passed.size() >= BOUND && !passed.containsKey(key)) {
      return false;
    }
    passed.merge(key, what, Passed::most);
    return true;
  }

  /** Tells what the call at that place passes; null if none was woven there. */
  public Passed at(String target, StackTraceElement frame) {
    return passed.isEmpty()
        ? null
        : passed.get(
            key(target, frame.getClassName(), frame.getMethodName(), frame.getLineNumber()));
  }

  private static String key(String target, String className, String method, int line) {
    return target + ' ' + className + '#' + method + ':' + Math.max(-1, line);
  }
}
