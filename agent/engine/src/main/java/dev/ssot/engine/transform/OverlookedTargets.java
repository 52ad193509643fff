package dev.ssot.engine.transform;

import dev.ssot.bootstrap.start.LoadedClasses;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.bootstrap.start.StoppedLoader;
import dev.ssot.engine.thread.Chore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds targets that were loaded without being shown to the agent. The JVM shows no class file to a
 * thread whose stack is exhausted, and tells nobody. So once a class was missed, the loaded classes
 * are compared with those that were seen, ever more rarely, and once more for the report of the
 * exit.
 */
public final class OverlookedTargets implements Chore {
  private static final long FIRST_MILLIS = 2_000;
  private static final long RAREST_MILLIS = 600_000;

  private final StartContext context;
  private final Predicate<String> seen;
  private final Consumer<List<Class<?>>> weaving;
  private long interval = FIRST_MILLIS;
  private long lastLook;
  private boolean begun;

  /**
   * Looks at nothing yet.
   *
   * @param seen tells whether the target of that binary name was shown
   * @param weaving takes those that were not
   */
  public OverlookedTargets(
      StartContext context, Predicate<String> seen, Consumer<List<Class<?>>> weaving) {
    this.context = context;
    this.seen = seen;
    this.weaving = weaving;
  }

  @Override
  public void perform(long now) {
    if (!context.missed.any()) {
      return;
    }
    if (!begun) {
      begun = true;
      lastLook = now;
    }
    if (now - lastLook >= interval) {
      interval = Math.min(2 * interval, RAREST_MILLIS);
      lastLook = now;
      lookNow();
    }
  }

  /** Looks at once. What an overlooked target constructed before is not counted, and noted so. */
  public void lookNow() {
    if (!context.missed.any()) {
      return;
    }
    List<Class<?>> overlooked = new ArrayList<>();
    for (Class<?> target : LoadedClasses.targets(context)) {
      if (!seen.test(target.getName()) && !StoppedLoader.is(target.getClassLoader())) {
        context.missed.note(target.getName());
        overlooked.add(target);
      }
    }
    if (!overlooked.isEmpty()) {
      weaving.accept(overlooked);
    }
  }
}
