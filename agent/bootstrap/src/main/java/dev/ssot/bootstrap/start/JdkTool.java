package dev.ssot.bootstrap.start;

/**
 * Recognises a JVM that runs no application. {@code JAVA_TOOL_OPTIONS} puts the agent also into
 * {@code jcmd}, {@code keytool} and {@code javac}, whose output scripts read.
 */
final class JdkTool {
  /** The packages of the tools' main classes on JDK 8, where they belong to no module. */
  private static final String[] PACKAGES = {
    "sun.tools.",
    "com.sun.tools.",
    "sun.security.tools.",
    "sun.rmi.",
    "sun.jvmstat.",
    "sun.applet.",
    "com.sun.java.util.jar.pack.",
    "com.sun.corba.",
    "com.sun.xml.internal.ws.",
    "jdk.jfr.internal.tool.",
    "jdk.jshell.",
    "jdk.internal.",
    "jdk.tools.",
    "sun.jvm.hotspot."
  };

  /** {@code java Program.java}: the compiler's class runs an application in its own JVM. */
  private static final String SOURCE_LAUNCHER = "jdk.compiler/com.sun.tools.javac.launcher.";

  private JdkTool() {}

  static boolean isRunning() {
    String command = System.getProperty("sun.java.command");
    return command == null
        ? isLauncherAlone(System.getProperty("sun.java.launcher"))
        : isTool(System.getProperty("jdk.module.main"), command);
  }

  /**
   * Recognises {@code java -version} and the like; an application that embeds a JVM has another
   * launcher.
   */
  private static boolean isLauncherAlone(String launcher) {
    return "SUN_STANDARD".equals(launcher);
  }

  /**
   * Returns whether the JVM was started for a tool of the JDK, or for the agent's own command line.
   *
   * @param module value of {@code jdk.module.main}; null on a class path
   * @param command value of {@code sun.java.command}: main class or jar, then arguments
   */
  static boolean isTool(String module, String command) {
    if (command.startsWith(SOURCE_LAUNCHER)) {
      return false;
    }
    if (module != null && (module.startsWith("jdk.") || module.startsWith("java."))) {
      return true;
    }
    for (String prefix : PACKAGES) {
      if (command.startsWith(prefix)) {
        return true;
      }
    }
    return isOwnCommandLine(command);
  }

  /** Recognises {@code java -jar ssot-agent.jar …}, whatever the name of the jar is. */
  private static boolean isOwnCommandLine(String command) {
    String ownPath = JdkTool.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    String ownName = ownPath.substring(ownPath.lastIndexOf('/') + 1);
    int end = command.indexOf(".jar");
    if (end < 0 || !ownName.endsWith(".jar")) {
      return false;
    }
    String jar = command.substring(0, end + 4).replace('\\', '/');
    return jar.substring(jar.lastIndexOf('/') + 1).equals(ownName);
  }
}
