package dev.ssot.bootstrap.zone;

/** The class loaders of the JDK itself. */
public final class Loaders {
  /**
   * The platform loader, on 8 the extension loader: the last before the boot loader. Not the parent
   * of the system loader, which {@code -Djava.system.class.loader} may put in between.
   */
  private static final ClassLoader PLATFORM = topmost(ClassLoader.getSystemClassLoader());

  private Loaders() {}

  private static ClassLoader topmost(ClassLoader loader) {
    ClassLoader top = loader;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top;
  }

  /** Whether the loader is the boot loader or the platform loader. */
  public static boolean isOfTheJdk(ClassLoader loader) {
    return loader == null || loader == PLATFORM;
  }
}
