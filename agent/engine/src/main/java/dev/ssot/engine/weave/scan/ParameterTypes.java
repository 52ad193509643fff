package dev.ssot.engine.weave.scan;

import dev.ssot.engine.weave.site.ClassFiles;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Whether {@code invokedynamic} may name the types of a constructor's parameters. It loads them and
 * checks that the caller may access them, which a plain constructor call never does: a caller that
 * passes null for an optional library that is not there, or what it got for a type that is not its
 * to name, would fail once woven.
 */
final class ParameterTypes {
  private final ClassFiles files;
  private final String caller;
  private final Map<String, ClassReader> read = new HashMap<>();

  /**
   * @param files null if class files are not about to be run: everything is visible
   * @param caller internal name
   */
  ParameterTypes(ClassFiles files, String caller) {
    this.files = files;
    this.caller = caller;
  }

  boolean areVisible(String constructorDescriptor) {
    if (files == null) {
      return true;
    }
    for (Type parameter : Type.getArgumentTypes(constructorDescriptor)) {
      Type type = parameter.getSort() == Type.ARRAY ? parameter.getElementType() : parameter;
      if (type.getSort() == Type.OBJECT && !isVisible(type.getInternalName())) {
        return false;
      }
    }
    return true;
  }

  private boolean isVisible(String type) {
    return isAlwaysThere(type) || type.equals(caller) || (isAccessible(type) && links(type));
  }

  private static boolean isAlwaysThere(String type) {
    return type.startsWith("java/lang/") || type.startsWith("java/util/concurrent/");
  }

  private boolean isAccessible(String type) {
    ClassReader header = header(type);
    return header != null
        && ((header.getAccess() & Opcodes.ACC_PUBLIC) != 0
            || packageOf(type).equals(packageOf(caller)));
  }

  /** Loading a class loads its supertypes. */
  private boolean links(String type) {
    if (type == null || isAlwaysThere(type)) {
      return true;
    }
    ClassReader header = header(type);
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

  /** Null if it is not there or not understood. */
  private ClassReader header(String type) {
    if (!read.containsKey(type)) {
      byte[] classFile = files.read(type);
      read.put(type, classFile == null ? null : reader(classFile));
    }
    return read.get(type);
  }

  private static ClassReader reader(byte[] classFile) {
    try {
      return new ClassReader(classFile);
    } catch (RuntimeException unreadable) {
      return null;
    }
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('/') + 1);
  }
}
