package dev.ssot.engine.dispatch;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.weave.ReferenceClass;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/**
 * {@code X::new} by the JDK's own lambda metafactory. It insists on a direct method handle of a
 * class that the caller can name. So the function calls a method of the dispatch class on a
 * captured object, whose class, made by {@link ReferenceClass}, overrides that method.
 */
final class ReferenceLink {
  private static final String MAKE = "make";

  private ReferenceLink() {}

  /**
   * Links a reference that constructs by {@code construct}.
   *
   * @param arguments of the metafactory; the constructor among them is replaced
   * @return constant, as is the call site of the plain reference
   */
  static CallSite link(
      MethodHandles.Lookup caller,
      String name,
      MethodType type,
      Object[] arguments,
      MethodHandle construct)
      throws Exception {
    MethodType generic = MethodType.genericMethodType(construct.type().parameterCount());
    Object[] replaced = arguments.clone();
    replaced[1] = MethodHandles.publicLookup().findVirtual(SsotDispatch.class, MAKE, generic);
    MethodType capturing = type.insertParameterTypes(0, SsotDispatch.class);
    Object function =
        function(caller, name, capturing, replaced, maker(caller, construct, generic));
    return new ConstantCallSite(MethodHandles.constant(type.returnType(), function));
  }

  private static Object function(
      MethodHandles.Lookup caller,
      String name,
      MethodType capturing,
      Object[] arguments,
      Object captured)
      throws Exception {
    try {
      return SsotDispatch.metafactory(caller, name, capturing, arguments)
          .getTarget()
          .invokeWithArguments(captured);
    } catch (Exception | Error thrown) {
      throw thrown;
    } catch (Throwable neither) {
      throw new IllegalStateException(neither);
    }
  }

  private static Object maker(
      MethodHandles.Lookup caller, MethodHandle construct, MethodType generic)
      throws ReflectiveOperationException {
    byte[] classFile =
        ReferenceClass.of(
            ClassNames.internal(caller.lookupClass().getName()),
            ClassNames.internal(construct.type().returnType().getName()),
            generic.parameterCount());
    Constructor<?> maker =
        NestedClasses.define(caller, classFile).getConstructor(MethodHandle.class);
    MethodHandle constructs = construct.asType(generic);
    try {
      return maker.newInstance(constructs);
    } catch (IllegalAccessException notExported) {
      // A package of a named module is closed to the agent, but not to the class that refers.
      return invoke(caller.unreflectConstructor(maker), constructs);
    }
  }

  private static Object invoke(MethodHandle constructor, Object argument)
      throws InvocationTargetException {
    try {
      return constructor.invokeWithArguments(argument);
    } catch (Throwable thrown) {
      throw new InvocationTargetException(thrown);
    }
  }
}
