package dev.ssot.cli.jvm;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The attach API of the JDK, {@code com.sun.tools.attach}, by reflection: Java 8 has it in a jar of
 * its own beside the runtime, later ones in the module {@code jdk.attach}, and a runtime image may
 * lack it.
 */
final class AttachApi {
  private static final String VIRTUAL_MACHINE = "com.sun.tools.attach.VirtualMachine";

  /** Once, as its native library can be loaded by one loader alone. */
  private static final ClassLoader TOOLS = tools();

  private AttachApi() {}

  /**
   * Finds the class to attach by.
   *
   * @throws Failure if this Java runtime has none
   */
  static Class<?> virtualMachine() throws Failure {
    try {
      return Class.forName(VIRTUAL_MACHINE, true, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException | LinkageError notVisible) {
      return ofToolsJar();
    }
  }

  private static Class<?> ofToolsJar() throws Failure {
    try {
      return Class.forName(VIRTUAL_MACHINE, true, TOOLS);
    } catch (ClassNotFoundException | LinkageError unusable) {
      throw missing(System.getProperty("java.home"), unusable);
    }
  }

  /** Returns the loader of Java 8's jar; the system loader where there is none. */
  private static ClassLoader tools() {
    for (String each : new String[] {"../lib/tools.jar", "lib/tools.jar"}) {
      File jar = new File(System.getProperty("java.home"), each);
      if (jar.isFile()) {
        try {
          return new URLClassLoader(
              new URL[] {jar.toURI().toURL()}, ClassLoader.getSystemClassLoader());
        } catch (MalformedURLException impossible) {
          throw new IllegalStateException(impossible);
        }
      }
    }
    return ClassLoader.getSystemClassLoader();
  }

  private static Failure missing(String home, Throwable cause) {
    return new Failure(
        Failure.NO_PROCESS,
        "the Java runtime in "
            + home
            + " cannot attach to other JVMs (it has no module jdk.attach); call this jar by the java"
            + " of a JDK, or start the service with -javaagent:"
            + OwnJar.path(),
        cause);
  }
}
