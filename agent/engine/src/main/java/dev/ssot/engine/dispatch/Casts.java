package dev.ssot.engine.dispatch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Handles that cast, which keep no class of the application alive. */
final class Casts {
  private Casts() {}

  /**
   * Casts an object to a class. Each call makes a new handle: a handle remembers the last type that
   * it was adapted to (before 19 strongly), and a shared one would keep a class of the application,
   * and so its loader, alive. {@link MethodHandles#identity} is shared for {@code Object} alone.
   *
   * @param type not {@code Object}
   */
  static MethodHandle to(Class<?> type) {
    return MethodHandles.identity(type).asType(MethodType.methodType(type, Object.class));
  }
}
