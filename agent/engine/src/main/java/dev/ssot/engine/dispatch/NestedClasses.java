package dev.ssot.engine.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Defines classes that have the rights of another one and that no loader knows by name: hidden from
 * Java 15 on, anonymous to the JVM before.
 */
final class NestedClasses {
  private static final NestedClasses ALL = new NestedClasses();

  /** Null before 15. */
  private final Method hidden;

  private final Object nestmate;

  private NestedClasses() {
    Method define = null;
    Object options = null;
    try {
      Class<?> option = Class.forName("java.lang.invoke.MethodHandles$Lookup$ClassOption");
      options = Array.newInstance(option, 1);
      Array.set(options, 0, option.getField("NESTMATE").get(null));
      define =
          MethodHandles.Lookup.class.getMethod(
              "defineHiddenClass", byte[].class, boolean.class, options.getClass());
    } catch (ReflectiveOperationException before15) {
      // by Unsafe
    }
    this.hidden = define;
    this.nestmate = options;
  }

  /** Defines a class as a part of the caller's, which it may use as that may. */
  static Class<?> define(MethodHandles.Lookup caller, byte[] classFile)
      throws ReflectiveOperationException {
    return ALL.defined(caller, classFile);
  }

  private Class<?> defined(MethodHandles.Lookup caller, byte[] classFile)
      throws ReflectiveOperationException {
    if (hidden != null) {
      Object lookup = hidden.invoke(caller, classFile, false, nestmate);
      return ((MethodHandles.Lookup) lookup).lookupClass();
    }
    Class<?> unsafe = Class.forName("sun.misc.Unsafe");
    Field instance = unsafe.getDeclaredField("theUnsafe");
    instance.setAccessible(true);
    return (Class<?>)
        unsafe
            .getMethod("defineAnonymousClass", Class.class, byte[].class, Object[].class)
            .invoke(instance.get(null), caller.lookupClass(), classFile, null);
  }
}
