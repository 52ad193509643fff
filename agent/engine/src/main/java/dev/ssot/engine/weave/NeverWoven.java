package dev.ssot.engine.weave;

import dev.ssot.bootstrap.pattern.JdkClasses;
import net.bytebuddy.jar.asm.ClassReader;

/** Class files that are left alone whatever they contain. */
final class NeverWoven {
  private static final int CLASS = 7;

  /** The agent's own classes, in any loader. */
  private static final String[] OURS = {"dev/ssot/bootstrap/", "dev/ssot/engine/", "dev/ssot/cli/"};

  private NeverWoven() {}

  static boolean contains(ClassReader reader) {
    String superName = reader.getSuperName();
    return JdkClasses.isReserved(reader.getClassName())
        || isOurs(reader.getClassName())
        || "sun/reflect/MagicAccessorImpl".equals(superName)
        || "jdk/internal/reflect/MagicAccessorImpl".equals(superName)
        || isWoven(reader);
  }

  private static boolean isOurs(String name) {
    for (String prefix : OURS) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether the class was woven already, by an earlier transformation, as nothing is woven
   * twice.
   */
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
