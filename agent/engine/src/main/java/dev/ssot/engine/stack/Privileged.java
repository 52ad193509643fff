package dev.ssot.engine.stack;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/**
 * Runs work of the agent with the permissions of the agent. Under a security manager, it would else
 * have only those of the application's code that is on the stack.
 */
public final class Privileged {
  private Privileged() {}

  /**
   * Tells whether it makes a difference: there is a security manager, as there may be before 24.
   */
  public static boolean isNeeded() {
    return System.getSecurityManager() != null;
  }

  /** Returns the loader of a class, whoever is on the stack. */
  public static ClassLoader loaderOf(Class<?> type) {
    if (!isNeeded()) {
      return type.getClassLoader();
    }
    return AccessController.doPrivileged(
        new PrivilegedAction<ClassLoader>() {
          @Override
          public ClassLoader run() {
            return type.getClassLoader();
          }
        });
  }

  /** Returns the parent of a loader, whoever is on the stack; null for the boot loader. */
  public static ClassLoader parentOf(ClassLoader loader) {
    if (!isNeeded()) {
      return loader.getParent();
    }
    return AccessController.doPrivileged(
        new PrivilegedAction<ClassLoader>() {
          @Override
          public ClassLoader run() {
            return loader.getParent();
          }
        });
  }

  /** Runs the work and throws what it throws. */
  public static <T> T call(PrivilegedExceptionAction<T> work) throws Exception {
    try {
      return AccessController.doPrivileged(work);
    } catch (PrivilegedActionException thrown) {
      throw thrown.getException();
    }
  }
}
