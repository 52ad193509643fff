package dev.ssot.engine.stack;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * The stack on Java 8. A stack trace leaves out the frames of lambdas; the class context of a
 * security manager has them but no methods. So both are read side by side. No security manager is
 * installed.
 */
final class Java8Stack extends SecurityManager {
  private Java8Stack() {}

  /** To make one takes a permission, which the code on the stack may not have. */
  private static Java8Stack create() {
    return Privileged.isNeeded()
        ? AccessController.doPrivileged((PrivilegedAction<Java8Stack>) Java8Stack::new)
        : new Java8Stack();
  }

  /** Returns the classes whose methods are on the stack of this thread, the innermost first. */
  static Class<?>[] context() {
    return create().getClassContext();
  }

  static void walk(ThreadStack.Visitor visitor) {
    visit(context(), new Throwable().getStackTrace(), visitor);
  }

  /**
   * Tells whether the constructor of that class which runs on this thread was called by a hidden
   * class that is not the agent's.
   */
  static boolean isCalledByHiddenClass(String constructed, Class<?>... context) {
    boolean atConstructor = false;
    for (Class<?> each : context) {
      String name = each.getName();
      if (name.equals(constructed)) {
        atConstructor = true;
      } else if (atConstructor) {
        return Frames.isHidden(name) && !Frames.isMaker(name);
      }
    }
    return false;
  }

  /** Shows the frames of a stack trace of this thread, with their classes. */
  static void search(OriginSearch search, StackTraceElement[] trace, Class<?>... classes) {
    int next = 0;
    for (StackTraceElement frame : trace) {
      int at =
          Frames.isPlumbing(frame.getClassName())
              ? -1
              : indexOf(frame.getClassName(), classes, next);
      if (at >= 0) {
        next = at + 1;
        if (!search.goesOn(classes[at], frame)) {
          return;
        }
      }
    }
  }

  private static int indexOf(String className, Class<?>[] classes, int from) {
    for (int i = from; i < classes.length; i++) {
      if (classes[i].getName().equals(className)) {
        return i;
      }
    }
    return -1;
  }

  /** Reads both from the innermost frame outwards. */
  private static void visit(
      Class<?>[] classes, StackTraceElement[] trace, ThreadStack.Visitor visitor) {
    int next = 0;
    for (Class<?> each : classes) {
      String name = each.getName();
      if (name.contains("$$Lambda$")) {
        if (!visitor.visit(name, "")) {
          return;
        }
        continue;
      }
      // Frames of reflection are only in the trace.
      for (int at = indexOf(name, trace, next); next <= at; next++) {
        if (!visitor.visit(trace[next].getClassName(), trace[next].getMethodName())) {
          return;
        }
      }
    }
  }

  /** Finds the next frame of that class; -1 if there is none. */
  private static int indexOf(String className, StackTraceElement[] trace, int from) {
    for (int i = from; i < trace.length; i++) {
      if (trace[i].getClassName().equals(className)) {
        return i;
      }
    }
    return -1;
  }
}
