package dev.ssot.bootstrap.zone;

import dev.ssot.bootstrap.filter.ClassFileEnd;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Defines {@code java.lang.SsotDispatch} into {@code java.base}, the only place that every class
 * loader sees. It needs no temporary file and no {@code appendToBootstrapClassLoaderSearch}, which
 * would make the JVM drop the application's class archive. Everything newer than Java 8 is called
 * reflectively.
 */
public final class DispatchInstaller implements Callable<Class<?>> {
  /** Binary name of the dispatch class. */
  public static final String DISPATCH = "java.lang.SsotDispatch";

  private static final String DEFINER = "dev.ssot.definer.DispatchDefiner";

  private final Instrumentation instrumentation;
  private final AgentClassLoader loader;

  /** Remembers what to install by. */
  public DispatchInstaller(Instrumentation instrumentation, AgentClassLoader loader) {
    this.instrumentation = instrumentation;
    this.loader = loader;
  }

  /** Defines and initialises the dispatch class, unless this JVM has it already. */
  @Override
  public Class<?> call() throws Exception {
    if (!isInstalled()) {
      install();
    }
    return Class.forName(DISPATCH, true, null);
  }

  private void install() throws Exception {
    byte[] classFile = loader.classFile(DISPATCH);
    if (classFile == null || !ClassFileEnd.isReached(classFile)) {
      throw new IllegalStateException("the agent's jar is incomplete: no whole " + DISPATCH);
    }
    Method unnamedModule = unnamedModuleGetter();
    if (unnamedModule == null) {
      defineByUnsafe(classFile);
    } else {
      open("java.lang", instrumentation, unnamedModule.invoke(loader));
      Class.forName(DEFINER, true, loader)
          .getMethod("define", byte[].class)
          .invoke(null, (Object) classFile);
    }
  }

  private static boolean isInstalled() {
    try {
      Class.forName(DISPATCH, true, null);
      return true;
    } catch (ClassNotFoundException notYet) {
      return false;
    }
  }

  /** Returns the method; null on Java 8. */
  private static Method unnamedModuleGetter() {
    try {
      return ClassLoader.class.getMethod("getUnnamedModule");
    } catch (NoSuchMethodException java8) {
      return null;
    }
  }

  /**
   * Opens a package of {@code java.base} to the unnamed module of one loader alone, so that it
   * stays closed to the application. Needs Java 9.
   *
   * @param ours the module
   */
  public static void open(String packageName, Instrumentation instrumentation, Object ours)
      throws ReflectiveOperationException {
    Class<?> module = Class.forName("java.lang.Module");
    Object base = Class.class.getMethod("getModule").invoke(Object.class);
    Map<String, Set<?>> opens =
        Collections.<String, Set<?>>singletonMap(packageName, Collections.singleton(ours));
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
