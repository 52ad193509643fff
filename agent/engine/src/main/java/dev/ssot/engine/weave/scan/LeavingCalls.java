package dev.ssot.engine.weave.scan;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import java.util.Arrays;

/** Calls by which a method may construct elsewhere than in its own class. */
final class LeavingCalls {
  /** Loggers construct nothing on behalf of their caller, and are called all the time. */
  private static final String[] LOGGERS = {
    "org/slf4j/",
    "org/apache/logging/log4j/",
    "org/apache/log4j/",
    "org/apache/commons/logging/",
    "org/jboss/logging/",
  };

  private static final String[] FUTURES = {
    "java/util/Iterator", "java/util/concurrent/Future", "java/util/concurrent/FutureTask"
  };

  private LeavingCalls() {}

  /**
   * Tells whether a call runs code of another class of the application, or code that is not seen: a
   * function, reflection.
   *
   * @param self internal name of the calling class
   */
  static boolean contains(String self, String owner, String method, String descriptor) {
    if (owner.equals(self) || owner.charAt(0) == '[' || ClassNames.startsWithAny(owner, LOGGERS)) {
      return false;
    }
    return !JdkClasses.isName(owner)
        || MethodReach.isReflective(owner, method)
        || MethodReach.isFunction(owner)
        || takesFunction(descriptor)
        || Arrays.asList(FUTURES).contains(owner);
  }

  private static boolean takesFunction(String descriptor) {
    int end = descriptor.indexOf(')');
    for (int at = descriptor.indexOf('L'); at >= 0 && at < end; ) {
      if (MethodReach.isFunction(descriptor.substring(at + 1))) {
        return true;
      }
      at = descriptor.indexOf('L', descriptor.indexOf(';', at));
    }
    return false;
  }
}
