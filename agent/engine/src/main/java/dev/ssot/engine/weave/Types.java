package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.StackEffects;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The types of values as stack-map frames name them. */
final class Types {
  /** Element types of {@code newarray}, from its operand 4 on. */
  private static final String PRIMITIVES = "ZCFDBSIJ";

  private Types() {}

  /**
   * Returns the type of a value of that declared type.
   *
   * @param declared not void
   */
  static Object of(Type declared) {
    switch (declared.getSort()) {
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.LONG:
        return Opcodes.LONG;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      case Type.ARRAY:
      case Type.OBJECT:
        return declared.getInternalName();
      default:
        return Opcodes.INTEGER;
    }
  }

  /**
   * Returns the type of what an instruction pushes.
   *
   * @param pushed as {@link StackEffects#pushed} tells it, and no reference
   */
  static Object of(char pushed) {
    switch (pushed) {
      case 'J':
        return Opcodes.LONG;
      case 'F':
        return Opcodes.FLOAT;
      case 'D':
        return Opcodes.DOUBLE;
      case 'N':
        return Opcodes.NULL;
      default:
        return Opcodes.INTEGER;
    }
  }

  /** Returns the type of a constant that {@code ldc} loads. */
  static Object ofConstant(Object value) {
    if (value instanceof Integer) {
      return Opcodes.INTEGER;
    }
    if (value instanceof Float) {
      return Opcodes.FLOAT;
    }
    if (value instanceof Long) {
      return Opcodes.LONG;
    }
    if (value instanceof Double) {
      return Opcodes.DOUBLE;
    }
    if (value instanceof String) {
      return "java/lang/String";
    }
    if (value instanceof Handle) {
      return "java/lang/invoke/MethodHandle";
    }
    if (value instanceof ConstantDynamic) {
      return of(Type.getType(((ConstantDynamic) value).getDescriptor()));
    }
    boolean method = ((Type) value).getSort() == Type.METHOD;
    return method ? "java/lang/invoke/MethodType" : "java/lang/Class";
  }

  /** Returns the array type that {@code newarray} makes. */
  static String primitiveArray(int operand) {
    return "[" + PRIMITIVES.charAt(operand - Opcodes.T_BOOLEAN);
  }

  /** Returns the type of arrays with such elements. */
  static String arrayOf(String internalName) {
    return internalName.startsWith("[") ? '[' + internalName : "[L" + internalName + ';';
  }

  /**
   * Returns the type of what {@code aaload} loads.
   *
   * @param array if it is no array, the type is that of {@code null}, as the verifier has it
   */
  static Object elementOf(Object array) {
    boolean known = array instanceof String && ((String) array).startsWith("[");
    return known ? Type.getType(((String) array).substring(1)).getInternalName() : Opcodes.NULL;
  }
}
