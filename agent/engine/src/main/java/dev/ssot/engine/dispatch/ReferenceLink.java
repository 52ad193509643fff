package dev.ssot.engine.dispatch;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * {@code X::new} by the JDK's own lambda metafactory. It insists on a direct method handle and the
 * implementing class must be visible to the caller, so the constructor goes through a method of the
 * dispatch class on a captured object.
 */
final class ReferenceLink extends SsotDispatch {
  private static final String MAKE = "make";

  private ReferenceLink(MethodHandle constructor) {
    super(constructor);
  }

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
      throws Throwable {
    MethodType generic = MethodType.genericMethodType(construct.type().parameterCount());
    Object[] replaced = arguments.clone();
    replaced[1] = MethodHandles.publicLookup().findVirtual(SsotDispatch.class, MAKE, generic);
    MethodType capturing = type.insertParameterTypes(0, SsotDispatch.class);
    CallSite factory = SsotDispatch.metafactory(caller, name, capturing, replaced);
    Object function =
        factory.getTarget().invokeWithArguments(new ReferenceLink(construct.asType(generic)));
    return new ConstantCallSite(MethodHandles.constant(type.returnType(), function));
  }

  @Override
  protected CallSite linkConstruction(
      MethodHandles.Lookup caller, MethodType type, Object[] facts) {
    return null;
  }

  @Override
  protected CallSite linkReference(
      MethodHandles.Lookup caller,
      String name,
      MethodType type,
      Object[] arguments,
      Object[] facts) {
    return null;
  }

  @Override
  protected void unaccounted(Object made, String target) {}

  @Override
  protected void failed(Throwable problem) {}
}
