package dev.ssot.bootstrap.zone;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Defines {@code java.lang.SsotDispatch} into {@code java.base}: the one place that every class
 * loader sees, without a temp file and without {@code appendToBootstrapClassLoaderSearch}, which
 * costs the application its class archive. Everything younger than Java 8 is called reflectively.
 */
public final class DispatchInstaller {
  /** Binary name of the dispatch class. */
  public static final String DISPATCH = "java.lang.SsotDispatch";

  private DispatchInstaller() {}

  /** Defines and initialises the dispatch class, unless this JVM has it already. */
  public static void install(Instrumentation instrumentation, Zone zone) throws Exception {
    install(instrumentation, zone.classFile(DISPATCH));
  }

  /**
   * As {@link #install(Instrumentation, Zone)}, with the class file at hand.
   *
   * @throws IllegalStateException if {@code classFile} is null
   */
  public static void install(Instrumentation instrumentation, byte[] classFile) throws Exception {
    if (isInstalled()) {
      return;
    }
    if (classFile == null) {
      throw new IllegalStateException("the agent's jar is incomplete: no " + DISPATCH);
    }
    Method getModule = moduleGetter();
    if (getModule == null) {
      defineByUnsafe(classFile);
    } else {
      openJavaLang(instrumentation, getModule);
      defineByLookup(classFile);
    }
    Class.forName(DISPATCH, true, null);
  }

  private static boolean isInstalled() {
    try {
      Class.forName(DISPATCH, true, null);
      return true;
    } catch (ClassNotFoundException notYet) {
      return false;
    }
  }

  /** Null on 8. */
  private static Method moduleGetter() {
    try {
      return Class.class.getMethod("getModule");
    } catch (NoSuchMethodException java8) {
      return null;
    }
  }

  /** Opens the package to the agent's module alone. */
  private static void openJavaLang(Instrumentation instrumentation, Method getModule)
      throws Exception {
    Class<?> module = Class.forName("java.lang.Module");
    Object base = getModule.invoke(Object.class);
    Object ours = getModule.invoke(DispatchInstaller.class);
    Map<String, Set<?>> opens =
        Collections.<String, Set<?>>singletonMap("java.lang", Collections.singleton(ours));
    Instrumentation.class
        .getMethod("redefineModule", module, Set.class, Map.class, Map.class, Set.class, Map.class)
        .invoke(
            instrumentation,
            base,
            Collections.emptySet(),
            Collections.emptyMap(),
            opens,
            Collections.emptySet(),
            Collections.emptyMap());
  }

  private static void defineByLookup(byte[] classFile) throws Exception {
    Object lookup =
        MethodHandles.class
            .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
            .invoke(null, Object.class, MethodHandles.lookup());
    MethodHandles.Lookup.class
        .getMethod("defineClass", byte[].class)
        .invoke(lookup, (Object) classFile);
  }

  private static void defineByUnsafe(byte[] classFile) throws Exception {
    Class<?> unsafe = Class.forName("sun.misc.Unsafe");
    Field instance = unsafe.getDeclaredField("theUnsafe");
    instance.setAccessible(true);
    unsafe
        .getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class)
        .invoke(instance.get(null), DISPATCH, classFile, 0, classFile.length, null, null);
  }
}
