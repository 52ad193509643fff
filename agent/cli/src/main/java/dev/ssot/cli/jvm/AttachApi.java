package dev.ssot.cli.jvm;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The attach API of the JDK, {@code com.sun.tools.attach}, by reflection: Java 8 has it in a jar of
 * its own beside the runtime, later ones in the module {@code jdk.attach}, and a runtime image may
 * lack it.
 */
final class AttachApi implements AttachProtocol {
  private static final String VIRTUAL_MACHINE = "com.sun.tools.attach.VirtualMachine";

  /** Once, as its native library can be loaded by one loader alone. */
  private static final ClassLoader TOOLS = tools();

  /** The public class: the one of the object is hidden in its module. */
  private final Class<?> type;

  private final Object machine;

  private AttachApi(Class<?> type, Object machine) {
    this.type = type;
    this.machine = machine;
  }

  /** Returns the class to attach by; null if this Java runtime has none. */
  static Class<?> virtualMachine() {
    try {
      return Class.forName(VIRTUAL_MACHINE, true, TOOLS);
    } catch (ClassNotFoundException | LinkageError missing) {
      return null;
    }
  }

  static AttachApi attach(Class<?> virtualMachine, long pid) throws Exception {
    try {
      return new AttachApi(
          virtualMachine,
          virtualMachine.getMethod("attach", String.class).invoke(null, Long.toString(pid)));
    } catch (InvocationTargetException thrown) {
      throw cause(thrown);
    }
  }

  /**
   * Tells whether it looks for the files of a JVM in our own file system and by the id that it has
   * here (JDK-8179498). In another container it would find none, and its signal make the JVM print
   * its stacks.
   */
  static boolean staysInContainer() {
    String version = System.getProperty("java.specification.version");
    return version.equals("1.8") || version.equals("9");
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

  @Override
  public void loadAgent(String jar, String options) throws Exception {
    call("loadAgent", new Class<?>[] {String.class, String.class}, jar, options);
  }

  @Override
  public String startLocalManagementAgent() throws Exception {
    return (String) call("startLocalManagementAgent", new Class<?>[0]);
  }

  @Override
  public void close() throws Exception {
    call("detach", new Class<?>[0]);
  }

  private Object call(String method, Class<?>[] types, Object... arguments) throws Exception {
    try {
      return type.getMethod(method, types).invoke(machine, arguments);
    } catch (InvocationTargetException thrown) {
      throw cause(thrown);
    }
  }

  private static Exception cause(InvocationTargetException thrown) {
    return thrown.getCause() instanceof Exception ? (Exception) thrown.getCause() : thrown;
  }
}
