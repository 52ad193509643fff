package dev.ssot.engine.detect;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Woven calls in class files without {@code invokedynamic}, as their class files tell: nothing is
 * linked there, and a construction is counted after the constructor. Whatever lost its mark must
 * not be counted by the constructor as well.
 */
public final class OldCalls {
  /** Generated callers may be without number; beyond it a lost mark counts twice. */
  private static final int BOUND = 10_000;

  private final Set<String> places = ConcurrentHashMap.newKeySet();

  /**
   * Notes a place.
   *
   * @param line of the constructor call, as stacks show it; -1 without debug information
   */
  public void add(String className, String method, int line) {
    if (places.size() < BOUND) {
      places.add(key(className, method, line));
    }
  }

  /** Old class files have no method handles: whoever calls from there is the woven call. */
  boolean contains(StackTraceElement frame) {
    return !places.isEmpty()
        && places.contains(key(frame.getClassName(), frame.getMethodName(), frame.getLineNumber()));
  }

  private static String key(String className, String method, int line) {
    return className + '#' + method + ':' + Math.max(-1, line);
  }
}
