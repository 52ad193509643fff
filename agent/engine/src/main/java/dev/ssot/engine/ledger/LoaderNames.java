package dev.ssot.engine.ledger;

import dev.ssot.bootstrap.pattern.JdkClasses;

/** Names of class loaders in reports, made without calling the loader. */
final class LoaderNames {
  private LoaderNames() {}

  static String of(ClassLoader loader) {
    if (loader == ClassLoader.getSystemClassLoader()) {
      return "app";
    }
    if (JdkClasses.isLoader(loader)) {
      return "platform";
    }
    return loader.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(loader));
  }
}
