package dev.ssot.bootstrap.pattern;

/**
 * The classes of the JDK. Which ones are meant depends on what is asked: a loader tells for sure, a
 * name does not ({@code javax} belongs to libraries as well).
 */
public final class JdkClasses {
  /**
   * The platform loader, on 8 the extension loader: the last before the boot loader. Not the parent
   * of the system loader, which {@code -Djava.system.class.loader} may put in between.
   */
  private static final ClassLoader PLATFORM = topmost(ClassLoader.getSystemClassLoader());

  private static final String[] PACKAGES = {"java.", "jdk.", "sun.", "com.sun."};

  /** What the JVM lets no application define, and what it generates itself for reflection. */
  private static final String[] RESERVED = {"java.", "sun.reflect.", "jdk.internal."};

  private JdkClasses() {}

  private static ClassLoader topmost(ClassLoader loader) {
    ClassLoader top = loader;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top;
  }

  /** Returns whether the loader is the JDK's own: the boot loader (null) or the platform loader. */
  public static boolean isLoader(ClassLoader loader) {
    return loader == null || loader == PLATFORM;
  }

  /**
   * Returns whether a class of that name, or all that a pattern stands for, can be no class of the
   * application.
   *
   * @param name binary or internal
   */
  public static boolean isName(String name) {
    return startsWithAny(name, PACKAGES);
  }

  /**
   * Returns whether a stack frame of the class is the JDK's, {@code javax} included: the
   * application is looked for below it.
   *
   * @param name binary or internal
   */
  public static boolean isFrame(String name) {
    return isName(name) || startsWith(name, "javax.");
  }

  /**
   * Returns whether the class file must be left alone whichever loader asks for it: the generated
   * accessors of reflection are shown to transformers and must keep their access checks.
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

  /** Compares without making a string: asked for every class that the JVM loads. */
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
