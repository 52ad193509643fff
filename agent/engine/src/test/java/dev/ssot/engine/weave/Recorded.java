package dev.ssot.engine.weave;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** What the recording engine saw. Public, because the engine is in a loader of its own. */
public final class Recorded {
  private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

  private static final AtomicReference<Object> ANSWER = new AtomicReference<>();
  private static volatile boolean shared;

  private Recorded() {}

  /** Instead of constructions in old class files; null to construct. */
  static void answerBy(Object instance) {
    ANSWER.set(instance);
  }

  /** Null unless the answer is of that class, or to be thrown. */
  public static Object answer(Class<?> type) {
    Object answer = ANSWER.get();
    return answer instanceof IllegalStateException || type.isInstance(answer) ? answer : null;
  }

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

  /** And forgets them. */
  static List<String> take() {
    var taken = List.copyOf(EVENTS);
    EVENTS.clear();
    return taken;
  }
}
