package dev.ssot.engine.dispatch;

import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.stack.Privileged;
import java.lang.reflect.Method;

/** Classes of the JDK whose objects anybody can end. They are never changed to prevent that. */
final class JdkEnds {
  private JdkEnds() {}

  /** Notes at a target if objects of that class can be ended without anybody noticing. */
  static void note(Target target, Class<?> made) {
    if (!target.isUnguarded() && areIn(made)) {
      target.markUnguarded();
    }
  }

  /** Tells whether the class, or what it inherits from the JDK, has a method that may be an end. */
  private static boolean areIn(Class<?> made) {
    Class<?> jdk = made;
    while (jdk != null && !JdkClasses.isLoader(Privileged.loaderOf(jdk))) {
      jdk = jdk.getSuperclass();
    }
    if (jdk == null || jdk == Object.class) {
      return false;
    }
    for (Method method : jdk.getMethods()) {
      if (method.getParameterCount() == 0
          && method.getReturnType() == void.class
          && method.getDeclaringClass() != Object.class) {
        return true;
      }
    }
    return false;
  }
}
