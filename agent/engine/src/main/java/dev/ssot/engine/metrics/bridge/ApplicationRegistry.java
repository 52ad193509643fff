package dev.ssot.engine.metrics.bridge;

import dev.ssot.engine.bridge.BridgeLoader;
import dev.ssot.engine.bridge.ClassBytes;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A Micrometer registry of the application, weakly held. It runs code of the application. So
 * everything except the constructor and {@link #isOf} is called on one thread of the agent only,
 * and catches whatever is thrown.
 */
public final class ApplicationRegistry {
  /** Binary name of the class that all registries extend. */
  public static final String TYPE = "io.micrometer.core.instrument.MeterRegistry";

  private static final String BRIDGE = "dev.ssot.engine.metrics.bridge.SsotMetrics";
  private static final int FAILURES = 2;

  /** Where a row has its value; without one it ends its series. */
  private static final int VALUE = 4;

  private static final Object[] NOTHING = {};

  private final WeakReference<Object> registry;

  /** Weak, as it refers to the application's loader; the meters that were bound keep it alive. */
  private WeakReference<BiFunction<Object, Object[], Object>> bridge = new WeakReference<>(null);

  private boolean open;
  private int bound;

  /** The rows that were bound, whose values the registry's gauges lead to. */
  private final List<Object[]> rows = new ArrayList<>();

  private int failures;

  /** Remembers a registry. Its constructor may still run, so it is not examined here. */
  public ApplicationRegistry(Object registry) {
    this.registry = new WeakReference<>(registry);
  }

  /** Tells whether this is the registry of that object, by identity. */
  public boolean isOf(Object other) {
    return registry.get() == other;
  }

  /** Tells whether the registry was collected, or given up after failures. */
  public boolean isOver() {
    return failures >= FAILURES || registry.get() == null;
  }

  /** Tells whether the registry was collected. */
  public boolean isGone() {
    return registry.get() == null;
  }

  /** Returns the number of rows that were bound. */
  public int bound() {
    return bound;
  }

  /**
   * Tells whether rows may be bound: the registry is no composite, whose registries are bound
   * themselves, and has a meter of the application. An application sets its filters before its
   * first meter; Micrometer warns of a filter that comes after a meter, even after one of the
   * agent.
   *
   * @param inside gets the registries inside a composite
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

  /**
   * Binds more rows. If the registry throws, it may have some of them already; binding those again
   * does no harm.
   */
  public void bind(ClassBytes bytes, List<Object[]> rows) {
    this.rows.addAll(rows);
    if (Boolean.TRUE.equals(call(bytes, rows.toArray()))) {
      bound += rows.size();
    }
  }

  /**
   * Removes all that was bound, and makes sure that nothing of it leads to the engine.
   *
   * @return false if the registry threw, so that it may still show the last values as NaN
   */
  public boolean unbind(ClassBytes bytes) {
    if (rows.isEmpty() || registry.get() == null) {
      return true;
    }
    for (Object[] row : rows) {
      row[VALUE] = null;
    }
    return Boolean.TRUE.equals(call(bytes, rows.toArray()));
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

  /**
   * Returns the loader of Micrometer itself. The loader of the registry's own class may not see all
   * of Micrometer.
   */
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
