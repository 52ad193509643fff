package dev.ssot.engine.transform;

import dev.ssot.bootstrap.zone.DispatchInstaller;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Tells whether a class is initialised, without initialising it. Only {@code Unsafe} tells: {@code
 * sun.misc.Unsafe} up to Java 21, that of the JDK itself from then on. Both are called
 * reflectively, as the compiler knows neither.
 */
final class ClassStates {
  private static final String ASKED = "shouldBeInitialized";

  private final Instrumentation instrumentation;
  private boolean looked;
  private Object unsafe;
  private Method asked;

  ClassStates(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Tells whether the class is initialised; a class that cannot be asked counts as not. */
  synchronized boolean isInitialised(Class<?> type) {
    try {
      if (!looked) {
        looked = true;
        look();
      }
      return asked != null && !((Boolean) asked.invoke(unsafe, type));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      return false;
    }
  }

  private void look() throws ReflectiveOperationException {
    if (!find("sun.misc.Unsafe")) {
      openInternals();
      find("jdk.internal.misc.Unsafe");
    }
  }

  private boolean find(String name) throws ReflectiveOperationException {
    try {
      Class<?> type = Class.forName(name);
      Method found = type.getMethod(ASKED, Class.class);
      unsafe = instance(type);
      asked = found;
      return true;
    } catch (ClassNotFoundException | NoSuchMethodException another) {
      return false;
    }
  }

  private static Object instance(Class<?> type) throws ReflectiveOperationException {
    Field instance = type.getDeclaredField("theUnsafe");
    instance.setAccessible(true);
    return instance.get(null);
  }

  /** Opens the package to the agent's own module alone. */
  private void openInternals() throws ReflectiveOperationException {
    DispatchInstaller.baseModule(instrumentation, ClassStates.class.getClassLoader())
        .open("jdk.internal.misc");
  }
}
