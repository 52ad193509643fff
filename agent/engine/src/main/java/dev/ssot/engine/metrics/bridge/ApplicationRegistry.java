package dev.ssot.engine.metrics.bridge;

import dev.ssot.engine.bridge.BridgeLoader;
import dev.ssot.engine.bridge.ClassBytes;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A Micrometer registry of the application, weakly held. Application code runs in here, so all but
 * the constructor and {@link #isOf} belongs to the agent's thread, and whatever is thrown stays
 * inside.
 */
public final class ApplicationRegistry {
  /** Binary name of the class that all registries extend. */
  public static final String TYPE = "io.micrometer.core.instrument.MeterRegistry";

  private static final String BRIDGE = "dev.ssot.engine.metrics.bridge.SsotMetrics";
  private static final int FAILURES = 2;
  private static final Object[] NOTHING = {};

  private final WeakReference<Object> registry;

  /** Weak, for it leads to the application's loader; the meters that were bound keep it. */
  private WeakReference<BiFunction<Object, Object[], Object>> bridge = new WeakReference<>(null);

  private boolean open;
  private int bound;
  private int failures;

  /** A registry, perhaps while its constructor runs: it is not looked at here. */
  public ApplicationRegistry(Object registry) {
    this.registry = new WeakReference<>(registry);
  }

  /** Whether it is this very object. */
  public boolean isOf(Object other) {
    return registry.get() == other;
  }

  /** Collected, or given up. */
  public boolean isOver() {
    return failures >= FAILURES || registry.get() == null;
  }

  /** Collected. */
  public boolean isGone() {
    return registry.get() == null;
  }

  /** How many rows it has. */
  public int bound() {
    return bound;
  }

  /**
   * Whether it may be bound to: it is no composite, which hands on to registries that are bound to
   * themselves, and has a meter of its own. Filters come before an application's first meter;
   * Micrometer warns of those that come after one, even if it is ours.
   *
   * @param inside takes what is inside a composite
   */
  public boolean isOpen(ClassBytes bytes, RegistryListener inside) {
    if (!open && !isOver()) {
      Object answer = call(bytes, null);
      open = Boolean.TRUE.equals(answer);
      for (Object each : answer instanceof Object[] ? (Object[]) answer : NOTHING) {
        inside.noticed(each);
      }
    }
    return open && !isOver();
  }

  /** Binds more rows. A registry that throws may have some of them; it refuses none twice. */
  public void bind(ClassBytes bytes, List<Object[]> rows) {
    if (Boolean.TRUE.equals(call(bytes, rows.toArray()))) {
      bound += rows.size();
    }
  }

  private Object call(ClassBytes bytes, Object[] rows) {
    try {
      Object to = registry.get();
      return to == null ? null : bridge(to, bytes).apply(to, rows);
    } catch (Throwable anyOfTheApplications) {
      failures++;
      return null;
    }
  }

  private BiFunction<Object, Object[], Object> bridge(Object to, ClassBytes bytes)
      throws Exception {
    BiFunction<Object, Object[], Object> made = bridge.get();
    if (made == null) {
      made = BridgeLoader.bridge(loaderOfMicrometer(to), BRIDGE, bytes);
      bridge = new WeakReference<>(made);
    }
    return made;
  }

  /** Not that of the registry's own class, which may not see the rest of Micrometer. */
  private static ClassLoader loaderOfMicrometer(Object registry) throws ClassNotFoundException {
    Class<?> type = registry.getClass();
    while (!type.getName().equals(TYPE)) {
      type = type.getSuperclass();
      if (type == null) {
        throw new ClassNotFoundException(TYPE);
      }
    }
    return type.getClassLoader();
  }
}
