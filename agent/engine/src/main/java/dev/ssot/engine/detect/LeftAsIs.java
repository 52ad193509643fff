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
  private final ConcurrentMap<String, Reason> reasons = new ConcurrentHashMap<String, Reason>();
  private final ConcurrentMap<String, Boolean> classes = new ConcurrentHashMap<String, Boolean>();

  /**
   * Notes a place.
   *
   * @param line of the constructor call, as stacks show it; -1 without debug information
   */
  public void add(String className, String method, int line, Kind kind, Reason reason) {
    if (kinds.size() < BOUND) {
      kinds.put(key(className, method, line), kind);
      reasons.put(key(className, method, line), reason);
    }
  }

  /** Notes a class that names a target and was not woven at all. */
  public void add(String className) {
    if (classes.size() < BOUND) {
      classes.put(className, Boolean.TRUE);
    }
  }

  /** Returns null if the frame is at no such place: then only a method handle can be there. */
  public Kind kindAt(StackTraceElement frame) {
    if (classes.containsKey(frame.getClassName())) {
      return Kind.UNATTRIBUTED;
    }
    return kinds.get(key(frame.getClassName(), frame.getMethodName(), frame.getLineNumber()));
  }

  /** Tells why a site that was counted by its stack is not woven; null if that is not known. */
  public Reason reasonAt(Location site) {
    return reasons.get(key(site.className, site.method, site.line));
  }

  private static String key(String className, String method, int line) {
    return className + '#' + method + ':' + Math.max(-1, line);
  }
}
