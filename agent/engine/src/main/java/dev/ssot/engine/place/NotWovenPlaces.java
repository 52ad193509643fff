package dev.ssot.engine.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * PlaceSet that construct a target and were not woven: by target for the report, by the line that
 * stacks show for whoever reads a stack. To a stack they look like method handles, whose frames
 * JVMs hide: direct callers of the constructor.
 */
public final class NotWovenPlaces {
  /** A report is to be read by people; beyond it the kind is a guess no longer made. */
  static final int BOUND = 10_000;

  /** In the order in which they were met. */
  private final Map<String, NotWovenPlace> all = Collections.synchronizedMap(new LinkedHashMap<>());

  /** Those of {@link #all} with a call site; read on the application's threads, without a lock. */
  private final ConcurrentMap<String, NotWovenPlace> byLine = new ConcurrentHashMap<>();

  private final Set<String> classes = ConcurrentHashMap.newKeySet();

  /**
   * Notes a place.
   *
   * @param id the same each time that the class is woven
   * @return false if there was no room for it
   */
  public boolean add(String id, NotWovenPlace place) {
    if (all.size() >= BOUND && !all.containsKey(id)) {
      return false;
    }
    all.put(id, place);
    if (place.kind != null) {
      byLine.put(key(place.className, place.method, place.callLine), place);
    }
    return true;
  }

  /**
   * Notes a class that names a target and was not woven at all.
   *
   * @return false if there was no room for it
   */
  public boolean add(String className) {
    boolean room = classes.size() < BOUND || classes.contains(className);
    if (room) {
      classes.add(className);
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

  /** Returns null if the frame is at no such place: then only a method handle can be there. */
  public Kind kindAt(StackTraceElement frame) {
    if (classes.contains(frame.getClassName())) {
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

  private static String key(String className, String method, int line) {
    return className + '#' + method + ':' + Math.max(-1, line);
  }
}
