package dev.ssot.engine.place;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The woven calls that may make a target, by their place. Bounded as {@link PlaceSet} is. */
public final class FactoryPlaces {
  private static final int BOUND = 10_000;

  private final ConcurrentMap<String, Passed> passed = new ConcurrentHashMap<>();

  /** Those that pass something that cannot be compared. */
  private final Set<String> notPlain = ConcurrentHashMap.newKeySet();

  /**
   * Notes a call. Of several calls of one line, the one that passes most counts.
   *
   * @param target binary name of the class that it may make
   * @param line -1 without debug information
   * @param plain whether it passes arguments, and they can be compared
   * @return whether there was room for it
   */
  public boolean add(
      String target, String className, String method, int line, Passed what, boolean plain) {
    String key = key(target, className, method, line);
    if (passed.size() >= BOUND && !passed.containsKey(key)) {
      return false;
    }
    if (!plain && what != Passed.NOTHING) {
      notPlain.add(key);
    }
    passed.merge(key, what, Passed::most);
    return true;
  }

  /** Tells what the call at that place passes; null if none was woven there. */
  public Passed at(String target, StackTraceElement frame) {
    return passed.isEmpty() ? null : passed.get(key(target, frame));
  }

  /** Tells whether what the calls at that place pass can be compared. */
  public boolean arePlain(String target, StackTraceElement frame) {
    return at(target, frame) != null && !notPlain.contains(key(target, frame));
  }

  private static String key(String target, StackTraceElement frame) {
    return key(target, frame.getClassName(), frame.getMethodName(), frame.getLineNumber());
  }

  private static String key(String target, String className, String method, int line) {
    return target + ' ' + className + '#' + method + ':' + Math.max(-1, line);
  }
}
