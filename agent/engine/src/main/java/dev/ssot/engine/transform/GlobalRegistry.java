package dev.ssot.engine.transform;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;

/**
 * Finds Micrometer's global registry where the application has initialised it already. It loads and
 * initialises nothing: a class that is not there yet is none of the agent's business, and its
 * registry is noticed as it is constructed.
 */
final class GlobalRegistry {
  private static final String HOLDER = "io.micrometer.core.instrument.Metrics";
  private static final String FIELD = "globalRegistry";

  private final Instrumentation instrumentation;
  private final ClassStates states;

  GlobalRegistry(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    this.states = new ClassStates(instrumentation);
  }

  /**
   * Finds the registry of one Micrometer. No code of the application runs.
   *
   * @param loader which has defined Micrometer
   * @return null if it is not initialised, or not there
   */
  Object find(ClassLoader loader) {
    for (Class<?> each : instrumentation.getInitiatedClasses(loader)) {
      if (each.getName().equals(HOLDER) && each.getClassLoader() == loader) {
        return states.isInitialised(each) ? value(each) : null;
      }
    }
    return null;
  }

  private static Object value(Class<?> holder) {
    try {
      Field field = holder.getField(FIELD);
      return field.get(null);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError another) {
      return null; // it is another class of that name
    }
  }
}
