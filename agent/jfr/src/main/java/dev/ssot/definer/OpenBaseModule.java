package dev.ssot.definer;

import dev.ssot.bootstrap.zone.BaseModule;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;

/**
 * Opens packages of {@code java.base} to the agent, on Java 9 and later. It is loaded by the
 * agent's own loader, because a package is opened to the module of this class, and the module of
 * the system loader is the application's as well. It calls the JDK directly, as each reflective
 * call of such methods makes recent JVMs generate classes while the application waits.
 */
public final class OpenBaseModule implements BaseModule {
  private final Instrumentation instrumentation;

  /** Opens nothing yet. Called by name, as Java 8 lacks the types that it uses. */
  public OpenBaseModule(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public void open(String packageName) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Collections.emptySet(),
        Collections.emptyMap(),
        Collections.singletonMap(
            packageName, Collections.singleton(OpenBaseModule.class.getModule())),
        Collections.emptySet(),
        Collections.emptyMap());
  }

  @Override
  public void define(byte[] classFile) throws IllegalAccessException {
    open("java.lang");
    MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(classFile);
  }
}
