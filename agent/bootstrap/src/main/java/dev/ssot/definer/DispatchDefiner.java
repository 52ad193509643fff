package dev.ssot.definer;

import java.lang.invoke.MethodHandles;

/**
 * Defines a class into {@code java.lang}, on Java 9 and later. It is loaded by the agent's own
 * loader, because the package is opened to the module of the calling class, and the module of the
 * system loader is the application's as well.
 */
public final class DispatchDefiner {
  private DispatchDefiner() {}

  /**
   * Defines the class. Called by name, as Java 8 lacks the methods that it needs.
   *
   * @throws IllegalAccessException if {@code java.lang} is not open to the module of this class
   */
  public static void define(byte[] classFile) throws ReflectiveOperationException {
    Object lookup =
        MethodHandles.class
            .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
            .invoke(null, Object.class, MethodHandles.lookup());
    MethodHandles.Lookup.class
        .getMethod("defineClass", byte[].class)
        .invoke(lookup, (Object) classFile);
  }
}
