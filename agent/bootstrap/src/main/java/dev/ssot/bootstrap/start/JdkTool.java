package dev.ssot.bootstrap.start;

import java.io.File;

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

  private static boolean isOwnCommandLine(String command) {
    String ownPath = JdkTool.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    String ownName = ownPath.substring(ownPath.lastIndexOf('/') + 1);
    return isCommandLine(ownName, command, System.getProperty("java.class.path"));
  }

  /**
   * Recognises {@code java -jar ssot-agent.jar …}, under whatever name the jar goes. With {@code
   * -jar} alone the jar is both the first word of the command and the class path, to which each
   * {@code -javaagent} adds a jar; what comes later in the command is an argument of somebody's.
   */
  static boolean isCommandLine(String ownName, String command, String classPath) {
    if (classPath == null || !ownName.endsWith(".jar")) {
      return false;
    }
    int end = command.indexOf(".jar");
    while (end >= 0) {
      String jar = command.substring(0, end + ".jar".length());
      if (isFirst(jar, command, " ") && isFirst(jar, classPath, File.pathSeparator)) {
        return jar.substring(jar.replace('\\', '/').lastIndexOf('/') + 1).equals(ownName);
      }
      end = command.indexOf(".jar", end + 1);
    }
    return false;
  }

  private static boolean isFirst(String jar, String words, String separator) {
    return words.equals(jar) || words.startsWith(jar + separator);
  }
}
