package dev.ssot.engine.dispatch;

import java.lang.reflect.Array;

/** Arguments as {@code Constructor.newInstance} takes them. */
final class ReflectiveArguments {
  private static final Object[] NONE = {};

  private ReflectiveArguments() {}

  /**
   * Tells whether a constructor would accept the arguments; if not, the JDK throws its own
   * exception.
   *
   * @param arguments null for none
   */
  static boolean fit(Class<?>[] parameters, Object[] arguments) {
    Object[] given = arguments == null ? NONE : arguments;
    if (given.length != parameters.length) {
      return false;
    }
    for (int i = 0; i < given.length; i++) {
      if (!fits(parameters[i], given[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Class<?> parameter, Object argument) {
    if (!parameter.isPrimitive()) {
      return argument == null || parameter.isInstance(argument);
    }
    return argument != null && unwraps(parameter, argument);
  }

  /** Stores the argument in an array, which unwraps and widens as a reflective call does. */
  private static boolean unwraps(Class<?> primitive, Object argument) {
    try {
      Array.set(Array.newInstance(primitive, 1), 0, argument);
      return true;
    } catch (IllegalArgumentException otherType) {
      return false;
    }
  }
}
