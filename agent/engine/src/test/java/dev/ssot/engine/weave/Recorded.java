package dev.ssot.engine.weave;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the recording engine saw. Public, because the engine is in a loader of its own. */
public final class Recorded {
  private static final List<String> EVENTS = new CopyOnWriteArrayList<>();
  private static final Map<Integer, Object> CALLS = new ConcurrentHashMap<>();
  private static volatile boolean shared;
  private static Set<Integer> sharing;
  private static int answered;

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

  /**
   * From now on the calls of those numbers get again what they made first, and all others ask.
   *
   * @param numbers null for none to ask
   */
  static void shareCalls(Set<Integer> numbers) {
    CALLS.clear();
    answered = 0;
    sharing = numbers;
  }

  /** Returns how many calls were answered since. */
  static int answered() {
    return answered;
  }

  public static Object[] beforeCall(int number) {
    Object first = sharing == null ? null : CALLS.get(number);
    answered += first == null ? 0 : 1;
    return sharing == null ? null : new Object[] {first};
  }

  public static void afterCall(Object result, int number) {
    if (result != null && sharing.contains(number)) {
      CALLS.putIfAbsent(number, result);
    }
  }

  /** And forgets them. */
  static List<String> take() {
    var taken = List.copyOf(EVENTS);
    EVENTS.clear();
    return taken;
  }
}
