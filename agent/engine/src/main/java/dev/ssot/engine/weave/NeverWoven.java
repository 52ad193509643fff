package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.ClassReader;

/** Class files that are left alone whatever they contain. */
final class NeverWoven {
  private static final int CLASS = 7;

  /**
   * The JDK, its generated accessors (which are shown to transformers and must keep their access
   * checks), and ourselves.
   */
  private static final String[] PREFIXES = {
    "java/",
    "sun/reflect/",
    "jdk/internal/",
    "dev/ssot/bootstrap/",
    "dev/ssot/engine/",
    "dev/ssot/cli/"
  };

  private NeverWoven() {}

  static boolean contains(ClassReader reader) {
    String superName = reader.getSuperName();
    return isReserved(reader.getClassName())
        || "sun/reflect/MagicAccessorImpl".equals(superName)
        || "jdk/internal/reflect/MagicAccessorImpl".equals(superName)
        || isWoven(reader);
  }

  private static boolean isReserved(String name) {
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** By another transformation before this one: nothing is woven twice. */
  private static boolean isWoven(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0
          && reader.readByte(item - 1) == CLASS
          && Dispatch.NAME.equals(reader.readUTF8(item, buffer))) {
        return true;
      }
    }
    return false;
  }
}
