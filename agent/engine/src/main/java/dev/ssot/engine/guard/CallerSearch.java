package dev.ssot.engine.guard;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.stack.Frames;
import dev.ssot.engine.stack.ThreadStack;
import java.util.Collection;

/**
 * Searches the stack of a guarded call for the caller behind it: the nearest owner, or the nearest
 * class that was given the instance. If there is neither, the call goes through, unless the
 * instance was handed on and its holders are not all known.
 */
final class CallerSearch implements ThreadStack.Visitor {
  /**
   * Classes of Spring that end the life of a bean, by its destroy method or by an annotated one.
   */
  private static final String[] CONTAINERS = {
    "org.springframework.beans.factory.support.DisposableBeanAdapter",
    "org.springframework.beans.factory.annotation.InitDestroyAnnotationBeanPostProcessor"
  };

  private final SharedInstance shared;
  private final Class<?> type;
  private final Collection<String> guarded;
  private final Owners owners;

  /** True as long as only guarded methods, which may call each other, and the JDK were seen. */
  private boolean atMethod = true;

  private String direct;
  private String allow;
  private String holder;
  private boolean ofOwner;

  CallerSearch(SharedInstance shared, Class<?> type, Collection<String> guarded, Owners owners) {
    this.shared = shared;
    this.type = type;
    this.guarded = guarded;
    this.owners = owners;
  }

  /** Returns class and method of a former owner; null if an owner was nearer, or none was found. */
  String holder() {
    return holder;
  }

  /** Tells whether the nearest that is known of is an owner, or the end of the JVM. */
  boolean isOfOwner() {
    return ofOwner;
  }

  /** Returns class and method that called, whoever that is. */
  String direct() {
    return direct == null ? "the JDK" : direct;
  }

  /** Returns the call-site pattern that would make the direct caller an owner; null for the JDK. */
  String allow() {
    return allow;
  }

  @Override
  public boolean visit(String className, String method) {
    if (isShutdown(className)) {
      ofOwner = true;
      return false;
    }
    if (isPlumbing(className) || (atMethod && isGuardedMethod(className, method))) {
      return true;
    }
    boolean first = atMethod;
    atMethod = false;
    if (first) {
      direct = told(className, method);
      allow = pattern(className, method);
    }
    if (isOwner(className, method, first)) {
      ofOwner = true;
      return false;
    }
    if (shared.isHeldBy(className)) {
      holder = told(className, method);
      return false;
    }
    return true;
  }

  /**
   * Tells whether the frame is an owner's. When a container closes a bean, the class that made the
   * bean is not on the stack.
   *
   * @param direct whether it is this frame that called the guarded method
   */
  private boolean isOwner(String className, String method, boolean direct) {
    return owners.isOwner(shared.target, className, method)
        || (direct && shared.madeByOwner && ClassNames.startsWithAny(className, CONTAINERS));
  }

  /**
   * Tells whether the frame is a guarded method, which may be declared in a superclass and call
   * another one.
   */
  private boolean isGuardedMethod(String className, String method) {
    if (!guarded.contains(method)) {
      return false;
    }
    Class<?> declaring = type;
    while (declaring != null && !declaring.getName().equals(className)) {
      declaring = declaring.getSuperclass();
    }
    return declaring != null;
  }

  private static boolean isPlumbing(String className) {
    return Frames.isPlumbing(className) || Frames.isOfTheAgent(className);
  }

  /** Tells whether the class runs the JVM's shutdown, which ends everything anyway. */
  private static boolean isShutdown(String className) {
    return className.equals("java.lang.Shutdown")
        || className.equals("java.lang.ApplicationShutdownHooks");
  }

  /** Names the caller as the option {@code allow} does, which covers the lambdas of a class. */
  private static String pattern(String className, String method) {
    int lambda = className.indexOf("$$Lambda");
    boolean named = lambda < 0 && !method.isEmpty() && method.indexOf('$') < 0;
    return named && method.charAt(0) != '<'
        ? className + '#' + method
        : lambda < 0 ? className : className.substring(0, lambda);
  }

  /** Names the caller; for a lambda, the class that contains it. */
  private static String told(String className, String method) {
    int lambda = className.indexOf("$$Lambda");
    return lambda < 0 ? className + "." + method : className.substring(0, lambda);
  }
}
