package dev.ssot.engine.application;

import java.io.File;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The program that this JVM was started with, as its system properties and the manifest of its jar
 * tell. Nothing is read before it is needed, and each jar at most once.
 */
final class StartedProgram {
  /** A jar that names others, or stands beside others, holds one part of the application. */
  private static final String CLASS_PATH = "Class-Path";

  /** Where a Boot jar names the application's main class. */
  private static final String START_CLASS = "Start-Class";

  private final String command;
  private final String classPath;

  /** Null until it is needed. */
  private volatile Facts facts;

  /**
   * @param command what the JVM was started with: a main class, a module or a jar, then arguments
   * @param classPath entries separated as the file system does
   */
  StartedProgram(String command, String classPath) {
    this.command = command;
    this.classPath = classPath;
  }

  /** Takes what this JVM tells of itself. */
  static StartedProgram ofThisJvm() {
    return new StartedProgram(
        System.getProperty("sun.java.command", ""), System.getProperty("java.class.path", ""));
  }

  /** Tells whether that is the location of the jar that was started, or that has the main class. */
  boolean isStarted(String location) {
    Facts known = facts();
    String file = known.location == null ? "" : decoded(location);
    return file.equals(known.location) || file.equals(known.canonicalLocation);
  }

  /**
   * Decodes what is escaped in a URL: the JDK's loaders escape other characters than a file does.
   */
  private static String decoded(String location) {
    try {
      return URLDecoder.decode(location.replace("+", "%2B"), "UTF-8");
    } catch (IllegalArgumentException | UnsupportedEncodingException notEscaped) {
      return location;
    }
  }

  /** Tells whether it only starts what lies elsewhere, as that of a Boot jar or of a server. */
  boolean isLauncher() {
    return facts().launcher;
  }

  /**
   * Tells whether the jar seems to contain the libraries as well: it is the whole class path, and
   * its main class has a package by which the application's classes can be told.
   */
  boolean isShaded() {
    Facts known = facts();
    return known.whole && !known.launcher && known.packages != null;
  }

  /**
   * Returns the start of the names of the application's classes, as the main class tells it: {@code
   * com.acme.}. Null if it does not.
   */
  String packages() {
    return facts().packages;
  }

  private Facts facts() {
    Facts known = facts;
    if (known == null) {
      String first = firstOfClassPath();
      boolean jar = first.endsWith(".jar") && command.startsWith(first);
      known = jar ? ofJar(new File(first)) : ofClass();
      facts = known;
    }
    return known;
  }

  /** Behind a jar that was started, Java 8 lists the jars of agents. */
  private String firstOfClassPath() {
    int end = classPath.indexOf(File.pathSeparatorChar);
    return end < 0 ? classPath : classPath.substring(0, end);
  }

  private static Facts ofJar(File jar) {
    try (JarFile opened = new JarFile(jar, false)) {
      Manifest manifest = opened.getManifest();
      Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String main = attributes.getValue(Attributes.Name.MAIN_CLASS);
      String started = attributes.getValue(START_CLASS);
      boolean launcher = started != null || Launchers.contains(main);
      boolean whole = !namesJars(attributes.getValue(CLASS_PATH));
      return new Facts(jar, launcher, whole, OwnPackages.of(launcher ? started : main));
    } catch (IOException | RuntimeException unreadable) {
      return new Facts(jar, false, true, null);
    }
  }

  private static boolean namesJars(String path) {
    return path != null && path.contains(".jar");
  }

  private Facts ofClass() {
    int end = command.indexOf(' ');
    String first = end < 0 ? command : command.substring(0, end);
    String main = first.substring(first.indexOf('/') + 1); // behind the name of a module
    boolean launcher = Launchers.contains(main);
    File jar = launcher ? null : jarOf(main);
    boolean whole = jar != null && isOnlyJar();
    return new Facts(jar, launcher, whole, launcher ? null : OwnPackages.of(main));
  }

  /** Tells whether the class path has one jar, beside directories and the agent's. */
  private boolean isOnlyJar() {
    int jars = 0;
    for (String each : classPath.split(File.pathSeparator, -1)) {
      jars += each.endsWith(".jar") && !each.endsWith("ssot-agent.jar") ? 1 : 0;
    }
    return jars == 1;
  }

  /** Finds the jar that has the main class; null if it lies in a directory, or is in no entry. */
  private File jarOf(String main) {
    String entry = main.replace('.', '/') + ".class";
    for (String each : classPath.split(File.pathSeparator, -1)) {
      File file = new File(each);
      if (file.isDirectory() ? new File(file, entry).isFile() : isIn(file, entry)) {
        return file.isDirectory() ? null : file;
      }
    }
    return null;
  }

  private static boolean isIn(File jar, String entry) {
    if (!jar.isFile()) {
      return false;
    }
    try (JarFile opened = new JarFile(jar, false)) {
      return opened.getEntry(entry) != null;
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  /** What is read once. */
  private static final class Facts {
    final String location;
    final String canonicalLocation;
    final boolean launcher;
    final boolean whole;
    final String packages;

    Facts(File jar, boolean launcher, boolean whole, String packages) {
      this.location = jar == null ? null : location(jar);
      this.canonicalLocation = jar == null ? null : canonical(jar);
      this.launcher = launcher;
      this.whole = whole;
      this.packages = packages;
    }

    private static String location(File file) {
      return "file:" + file.toURI().getPath();
    }

    /** Java 8 follows symbolic links, others do not. */
    private static String canonical(File file) {
      try {
        return location(file.getCanonicalFile());
      } catch (IOException unknown) {
        return location(file);
      }
    }
  }
}
