package dev.ssot.engine.detect;

/** Names of class loaders in reports, made without calling the loader. */
final class LoaderNames {
  private LoaderNames() {}

  static String of(ClassLoader loader) {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    if (loader == system) {
      return "app";
    }
    if (loader == null || loader == system.getParent()) {
      return "platform";
    }
    return loader.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(loader));
  }
}
