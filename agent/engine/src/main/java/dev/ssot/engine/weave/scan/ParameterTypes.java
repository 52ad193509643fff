package dev.ssot.engine.weave.scan;

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
  private final ClassHeaders headers;
  private final String caller;

  /**
   * @param caller internal name
   */
  ParameterTypes(ClassHeaders headers, String caller) {
    this.headers = headers;
    this.caller = caller;
  }

  /** Tells whether the caller sees the types of all parameters; true if no headers can be read. */
  boolean areVisible(String constructorDescriptor) {
    if (!headers.canBeRead()) {
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
    return ClassHeaders.isAlwaysThere(type)
        || type.equals(caller)
        || (isAccessible(type) && headers.links(type));
  }

  private boolean isAccessible(String type) {
    ClassReader header = headers.of(type);
    return header != null
        && ((header.getAccess() & Opcodes.ACC_PUBLIC) != 0
            || packageOf(type).equals(packageOf(caller)));
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('/') + 1);
  }
}
