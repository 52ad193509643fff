package dev.ssot.definer;

import java.lang.invoke.MethodHandles;

/**
 * Defines a class into {@code java.lang}, on 9 and later. In the agent's own loader, because the
 * package is opened to the module of the class that asks: the system loader's would be the
 * application's as well.
 */
public final class DispatchDefiner {
  private DispatchDefiner() {}

  /**
   * Defines the class. Called by name; Java 8 has none of the methods that this needs.
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
