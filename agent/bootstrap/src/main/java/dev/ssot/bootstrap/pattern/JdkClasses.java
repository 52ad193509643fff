package dev.ssot.bootstrap.pattern;

/**
 * Tells which classes are the JDK's. A loader tells that with certainty, a name does not, as {@code
 * javax} belongs to libraries as well; so there are several questions.
 */
public final class JdkClasses {
  /**
   * The platform loader, on Java 8 the extension loader: the last one before the boot loader. It
   * need not be the parent of the system loader, as {@code -Djava.system.class.loader} may put
   * another one in between.
   */
  private static final ClassLoader PLATFORM = topmost(ClassLoader.getSystemClassLoader());

  private static final String[] PACKAGES = {"java.", "jdk.", "sun.", "com.sun."};

  /**
   * Packages that no application can define, and those of the classes that the JVM generates for
   * reflection.
   */
  private static final String[] RESERVED = {"java.", "sun.reflect.", "jdk.internal."};

  private JdkClasses() {}

  private static ClassLoader topmost(ClassLoader loader) {
    ClassLoader top = loader;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top;
  }

  /**
   * Returns the parent of a loader that sees the whole JDK and nothing that was installed beside
   * it: the platform loader, on Java 8 the boot loader, which is null. To ask the JDK for it takes
   * a reflective call of a caller-sensitive method, for which some versions generate classes.
   */
  public static ClassLoader parentForOwnLoader() {
    return isBeforeModules() ? null : PLATFORM;
  }

  /** Returns the platform loader, on Java 8 the extension loader. Both see all of the JDK. */
  public static ClassLoader platformLoader() {
    return PLATFORM;
  }

  /** Returns whether this is Java 8, which has no modules. */
  public static boolean isBeforeModules() {
    return PLATFORM.getClass().getName().startsWith("sun.misc.");
  }

  /** Returns whether the loader is the JDK's own: the boot loader (null) or the platform loader. */
  public static boolean isLoader(ClassLoader loader) {
    return loader == null || loader == PLATFORM;
  }

  /**
   * Returns whether no class of the application can have that name, or a name that the pattern
   * matches.
   *
   * @param name binary or internal
   */
  public static boolean isName(String name) {
    return startsWithAny(name, PACKAGES);
  }

  /**
   * Returns whether a class of the JDK may be watched where others hand it out. Not so what
   * programs make without end: the classes of {@code java.lang}, and of {@code java.util} all but
   * the timer.
   *
   * @param name binary or internal
   */
  public static boolean mayBeWatched(String name) {
    String binary = name.replace('/', '.');
    boolean util = startsWith(binary, "java.util.") && binary.indexOf('.', 10) < 0;
    return isName(binary)
        && !startsWith(binary, "java.lang.")
        && (!util || binary.equals("java.util.Timer"));
  }

  /**
   * Returns whether a stack frame of the class counts as the JDK's, {@code javax} included, so that
   * the application is looked for below it.
   *
   * @param name binary or internal
   */
  public static boolean isFrame(String name) {
    return isName(name) || startsWith(name, "javax.");
  }

  /**
   * Returns whether the class file must be left alone in any loader. This includes the generated
   * accessors of reflection, which transformers get to see and which must keep their access checks.
   *
   * @param name binary or internal
   */
  public static boolean isReserved(String name) {
    return startsWithAny(name, RESERVED);
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (startsWith(name, prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Compares without creating a string, as it is called for every class that the JVM loads. */
  private static boolean startsWith(String name, String prefix) {
    if (name.length() < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      char c = name.charAt(i);
      if (prefix.charAt(i) != (c == '/' ? '.' : c)) {
        return false;
      }
    }
    return true;
  }
}
