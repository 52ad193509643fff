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
    if (location == null) {
      return label(className, "");
    }
    if (isDirectory(location) || isOfClasses(location)) {
      return readable(location);
    }
    if (program.isStarted(location) && !program.isShaded()) {
      return program.isLauncher() ? null : readable(location);
    }
    String own = program.packages();
    return own != null && className.startsWith(own) ? own + "**" : null;
  }

  private static boolean isDirectory(String location) {
    return location.startsWith("file:") && location.endsWith("/");
  }

  /** Tells whether it is where a Boot jar or a web application has its own classes. */
  private static boolean isOfClasses(String location) {
    return location.contains("BOOT-INF/classes") || location.contains("WEB-INF/classes");
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
