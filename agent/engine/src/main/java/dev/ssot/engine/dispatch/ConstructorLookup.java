package dev.ssot.engine.dispatch;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.weave.PlainNewClass;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Finds the constructor of a woven {@code new} so that a call of it does what the plain call did. A
 * direct handle is the fastest, but it needs the types of all parameters, and the JVM compares
 * those of caller and target once they are loaded. So there is a direct handle only where both are
 * certain to see the same types; else, and where the constructor is not there, a class with a plain
 * {@code new} is made.
 */
final class ConstructorLookup {
  private ConstructorLookup() {}

  /**
   * Finds it.
   *
   * @param type of the call: parameter types that not everybody sees alike are {@code Object}
   */
  static MethodHandle find(MethodHandles.Lookup caller, MethodType type, String descriptor)
      throws ReflectiveOperationException {
    if (isSeenAlike(caller, type, descriptor)) {
      try {
        ClassLoader loader = caller.lookupClass().getClassLoader();
        return caller.findConstructor(
            type.returnType(), MethodType.fromMethodDescriptorString(descriptor, loader));
      } catch (ReflectiveOperationException | LinkageError | RuntimeException absent) {
        // the plain call tells what is wrong
      }
    }
    return plain(caller, type, descriptor);
  }

  private static boolean isSeenAlike(
      MethodHandles.Lookup caller, MethodType type, String descriptor) {
    MethodType constructor = type.changeReturnType(void.class);
    return constructor.toMethodDescriptorString().equals(descriptor)
        || type.returnType().getClassLoader() == caller.lookupClass().getClassLoader();
  }

  private static MethodHandle plain(MethodHandles.Lookup caller, MethodType type, String descriptor)
      throws ReflectiveOperationException {
    byte[] classFile =
        PlainNewClass.of(
            ClassNames.internal(caller.lookupClass().getName()),
            ClassNames.internal(type.returnType().getName()),
            descriptor,
            type.toMethodDescriptorString());
    return caller.findStatic(NestedClasses.define(caller, classFile), PlainNewClass.METHOD, type);
  }
}
