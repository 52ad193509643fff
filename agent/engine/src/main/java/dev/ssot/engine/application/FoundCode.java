package dev.ssot.engine.application;

/**
 * The application's code as it is recognised without being named: what lies in a directory, among
 * the classes of a Boot jar or of a web application, or in the jar that was started; and what
 * shares the package of the main class. Code of other jars is a library's.
 */
final class FoundCode implements ApplicationRule {
  private final StartedProgram program;

  FoundCode(StartedProgram program) {
    this.program = program;
  }

  @Override
  public String label(String className, String location) {
    if (isGenerated(className)) {
      return null;
    }
    return location == null ? byPackage(className) : byLocation(className, location);
  }

  /** Tells proxies and their like, which stand in the packages of what they are made for. */
  private static boolean isGenerated(String className) {
    return className.startsWith("$Proxy", className.lastIndexOf('.') + 1)
        || className.contains("$$EnhancerBy")
        || className.contains("$$FastClassBy")
        || className.contains("$$SpringCGLIB$$")
        || className.contains("$ByteBuddy$")
        || className.contains("_$$_");
  }

  private String byLocation(String className, String location) {
    if (isDirectory(location) || isOfClasses(location)) {
      return readable(location);
    }
    if (program.isStarted(location) && !program.isShaded()) {
      return program.isLauncher() ? null : readable(location);
    }
    return byPackage(className);
  }

  private String byPackage(String className) {
    String own = program.packages();
    return own != null && className.startsWith(own) && !isRelocated(className, own.length())
        ? own + "**"
        : null;
  }

  /** Tells libraries that were moved into the packages of the application. */
  private static boolean isRelocated(String className, int from) {
    for (String top : new String[] {"com.", "org.", "jakarta.", "javax."}) {
      if (className.startsWith(top, from) || className.indexOf('.' + top, from) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDirectory(String location) {
    return location.startsWith("file:") && location.endsWith("/");
  }

  /** Tells whether it is where Boot jars, web applications and Quarkus have the own classes. */
  private static boolean isOfClasses(String location) {
    return location.contains("BOOT-INF/classes")
        || location.contains("WEB-INF/classes")
        || location.contains("/quarkus-app/app/");
  }

  /** Leaves out what stands around the path: {@code /srv/app.jar!/BOOT-INF/classes}. */
  private static String readable(String location) {
    String text = location;
    for (String scheme : new String[] {"jar:", "nested:", "file:", "vfs:"}) {
      text = text.startsWith(scheme) ? text.substring(scheme.length()) : text;
    }
    if (text.endsWith("!/")) {
      text = text.substring(0, text.length() - 2);
    }
    return text;
  }
}
