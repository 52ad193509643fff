package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.Type;

/**
 * Whether the types of a constructor's parameters are there. The method handle of a constructor
 * needs them, while a plain constructor call does not: a caller that passes null for an optional
 * library that is not there would fail once woven. Whether the caller may access them does not
 * matter, as woven code does not name them.
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
  boolean areThere(String constructorDescriptor) {
    if (!headers.canBeRead()) {
      return true;
    }
    for (Type parameter : Type.getArgumentTypes(constructorDescriptor)) {
      Type type = parameter.getSort() == Type.ARRAY ? parameter.getElementType() : parameter;
      if (type.getSort() == Type.OBJECT && !isThere(type.getInternalName())) {
        return false;
      }
    }
    return true;
  }

  private boolean isThere(String type) {
    return type.equals(caller) || headers.links(type);
  }
}
