package dev.ssot.engine.weave.scan;

import dev.ssot.engine.weave.site.ClassFiles;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * What the class files of other classes tell about them. Each is read once, and no class is loaded.
 */
final class ClassHeaders {
  private final ClassFiles files;
  private final Map<String, ClassReader> read = new HashMap<>();

  /**
   * @param files null if no class files can be read, because the woven class will not run
   */
  ClassHeaders(ClassFiles files) {
    this.files = files;
  }

  /** Takes a class file that is at hand, so that it need not be read. */
  void add(ClassReader header) {
    read.put(header.getClassName(), header);
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

  /** Tells whether a type is another one or inherits from it, as far as class files tell. */
  boolean isSubtype(String type, String of) {
    if (type.equals(of)) {
      return true;
    }
    if (isKnownToBeFinal(of)) {
      return false;
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

  /** Tells whether nothing can inherit from a type, without reading anything. */
  private boolean isKnownToBeFinal(String type) {
    ClassReader known = read.get(type);
    return known != null && (known.getAccess() & Opcodes.ACC_FINAL) != 0;
  }

  /** Tells whether no supertype is the other type, and all of the application's could be read. */
  boolean isKnownNotToBe(ClassReader type, String other) {
    for (String parent : type.getInterfaces()) {
      if (mayBe(parent, other)) {
        return false;
      }
    }
    return type.getSuperName() == null || !mayBe(type.getSuperName(), other);
  }

  /** Tells whether a type is the other one, or may inherit from it. */
  boolean mayBe(String type, String other) {
    if (type.equals(other)) {
      return true;
    }
    if (type.equals("java/lang/Object")) {
      return false;
    }
    ClassReader header = of(type);
    return header == null || !isKnownNotToBe(header, other);
  }

  /** Tells whether the type can be loaded, together with its supertypes. */
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
