package dev.ssot.engine.detect;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Places that construct a target and were not woven. To the stack they look like method handles,
 * whose frames JVMs hide: direct callers of the constructor.
 */
public final class LeftAsIs {
  /** A report is to be read by people; beyond it the kind is a guess no longer made. */
  private static final int BOUND = 10_000;

  private final ConcurrentMap<String, Kind> kinds = new ConcurrentHashMap<String, Kind>();

  /**
   * Notes a place.
   *
   * @param line -1 without debug information
   */
  public void add(String className, String method, int line, Kind kind) {
    if (kinds.size() < BOUND) {
      kinds.put(key(className, method, line), kind);
    }
  }

  /** Null if the frame is at no such place. */
  Kind kindAt(StackTraceElement frame) {
    return kinds.get(key(frame.getClassName(), frame.getMethodName(), frame.getLineNumber()));
  }

  private static String key(String className, String method, int line) {
    return className + '#' + method + ':' + Math.max(-1, line);
  }
}
