package dev.ssot.engine.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Places that construct a target and were not woven: by target for the report, and by line for code
 * that reads a stack. On a stack they look like method handles, whose frames JVMs hide, as both
 * seem to call the constructor directly.
 */
public final class NotWovenPlaces {
  /**
   * The number of places that are kept, as people read the report. Beyond it, the kind of a place
   * is not told.
   */
  static final int BOUND = 10_000;

  /** In the order in which they were met. */
  private final Map<String, NotWovenPlace> all = Collections.synchronizedMap(new LinkedHashMap<>());

  /** The call sites among {@link #all}; read on the application's threads, without a lock. */
  private final ConcurrentMap<String, NotWovenPlace> byLine = new ConcurrentHashMap<>();

  /** The calls that may make a target. On a stack, what they call constructs. */
  private final ConcurrentMap<String, NotWovenPlace> calls = new ConcurrentHashMap<>();

  /** Why a whole class is not woven, by binary name. */
  private final ConcurrentMap<String, Reason> classes = new ConcurrentHashMap<>();

  /**
   * Notes a place, and replaces one of the same id.
   *
   * @param id the same each time that the class is woven
   * @return false if there was no room for it
   */
  public boolean add(String id, NotWovenPlace place) {
    if (all.size() >= BOUND && !all.containsKey(id)) {
      return false;
    }
    all.put(id, place);
    if (place.kind == Kind.FACTORY) {
      calls.put(key(place.className, place.method, place.callLine), place);
    } else if (place.kind != null) {
      byLine.put(key(place.className, place.method, place.callLine), place);
    }
    return true;
  }

  /**
   * Notes a class that names a target and was not woven at all.
   *
   * @return false if there was no room for it
   */
  public boolean add(String className, Reason reason) {
    boolean room = classes.size() < BOUND || classes.containsKey(className);
    if (room) {
      classes.put(className, reason);
    }
    return room;
  }

  /** Returns the places that construct a target, in the order in which they were met. */
  public List<NotWovenPlace> of(String target) {
    List<NotWovenPlace> places = new ArrayList<>();
    synchronized (all) {
      for (NotWovenPlace each : all.values()) {
        if (each.target.equals(target)) {
          places.add(each);
        }
      }
    }
    return places;
  }

  /**
   * Returns the kind of the place that the frame is at; null if there is none, so that only a
   * method handle can be there.
   */
  public Kind kindAt(StackTraceElement frame) {
    if (classes.containsKey(frame.getClassName())) {
      return Kind.UNATTRIBUTED;
    }
    NotWovenPlace place =
        byLine.get(key(frame.getClassName(), frame.getMethodName(), frame.getLineNumber()));
    return place == null ? null : place.kind;
  }

  /** Returns why a site that was counted by its stack is not woven; null if that is not known. */
  public Reason reasonAt(Location site) {
    NotWovenPlace place = byLine.get(key(site.className, site.method, site.line));
    return place == null ? null : place.reason;
  }

  /**
   * Returns why a call that may make that target is not woven; null if it is, or that is not known.
   *
   * @param target binary name
   */
  public Reason reasonOfCallAt(String target, Location site) {
    NotWovenPlace place = calls.get(key(site.className, site.method, site.line));
    return place == null || !place.target.equals(target) ? null : place.reason;
  }

  /** Returns why a whole class is not woven; null if it is, or that is not known. */
  public Reason reasonOf(String className) {
    return classes.get(className);
  }

  private static String key(String className, String method, int line) {
    return className + '#' + method + ':' + Math.max(-1, line);
  }
}
