package dev.ssot.bootstrap.zone;

import dev.ssot.bootstrap.filter.ClassFileEnd;
import dev.ssot.bootstrap.pattern.JdkClasses;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.security.ProtectionDomain;
import java.util.concurrent.Callable;

/**
 * Defines {@code java.lang.SsotDispatch} into {@code java.base}, the only place that every class
 * loader sees. It needs no temporary file and no {@code appendToBootstrapClassLoaderSearch}, which
 * would make the JVM drop the application's class archive.
 */
public final class DispatchInstaller implements Callable<Class<?>> {
  /** Binary name of the dispatch class. */
  public static final String DISPATCH = "java.lang.SsotDispatch";

  private static final String BASE_MODULE = "dev.ssot.definer.OpenBaseModule";

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
    if (JdkClasses.isBeforeModules()) {
      defineByUnsafe(DISPATCH, classFile, null, null);
    } else {
      baseModule(instrumentation, loader).define(classFile);
    }
  }

  /**
   * Returns what reaches into {@code java.base}. Needs Java 9.
   *
   * @param loader the agent's own
   */
  public static BaseModule baseModule(Instrumentation instrumentation, ClassLoader loader)
      throws ReflectiveOperationException {
    return Class.forName(BASE_MODULE, true, loader)
        .asSubclass(BaseModule.class)
        .getConstructor(Instrumentation.class)
        .newInstance(instrumentation);
  }

  private static boolean isInstalled() {
    try {
      Class.forName(DISPATCH, true, null);
      return true;
    } catch (ClassNotFoundException notYet) {
      return false;
    }
  }

  /**
   * Defines a class in a loader of any kind. Needs Java 8.
   *
   * @param target null for the boot loader
   */
  static void defineByUnsafe(
      String name, byte[] classFile, ClassLoader target, ProtectionDomain domain)
      throws ReflectiveOperationException {
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
        .invoke(instance.get(null), name, classFile, 0, classFile.length, target, domain);
  }
}
