package dev.ssot.engine.weave.scan;

import dev.ssot.engine.weave.site.ClassFiles;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;

/** What the class files of other classes say of them, each read once. Loads no class. */
final class ClassHeaders {
  private final ClassFiles files;
  private final Map<String, ClassReader> read = new HashMap<>();

  /**
   * @param files null if there is nothing to be read: the class files are not about to be run
   */
  ClassHeaders(ClassFiles files) {
    this.files = files;
  }

  boolean canBeRead() {
    return files != null;
  }

  /** Reads a class file; null if it is not there or not understood. */
  ClassReader of(String type) {
    if (!read.containsKey(type)) {
      byte[] classFile = canBeRead() ? files.read(type) : null;
      read.put(type, classFile == null ? null : reader(classFile));
    }
    return read.get(type);
  }

  /** Tells whether the one is the other or inherits from it, as far as class files tell. */
  boolean isSubtype(String type, String of) {
    if (type.equals(of)) {
      return true;
    }
    ClassReader header = type.startsWith("java/") ? null : of(type);
    if (header == null) {
      return false;
    }
    for (String parent : header.getInterfaces()) {
      if (isSubtype(parent, of)) {
        return true;
      }
    }
    return header.getSuperName() != null && isSubtype(header.getSuperName(), of);
  }

  /** Tells whether it can be loaded: that loads its supertypes. */
  boolean links(String type) {
    if (type == null || isAlwaysThere(type)) {
      return true;
    }
    ClassReader header = of(type);
    if (header == null || !links(header.getSuperName())) {
      return false;
    }
    for (String parent : header.getInterfaces()) {
      if (!links(parent)) {
        return false;
      }
    }
    return true;
  }

  static boolean isAlwaysThere(String type) {
    return type.startsWith("java/lang/") || type.startsWith("java/util/concurrent/");
  }

  private static ClassReader reader(byte[] classFile) {
    try {
      return new ClassReader(classFile);
    } catch (RuntimeException unreadable) {
      return null;
    }
  }
}
