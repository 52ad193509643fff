package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Puts the arguments on the operand stack into an array that lies there instead, and back. It takes
 * no local variables, and {@link #WORDS} more words of the stack at most.
 */
final class ArgumentArray {
  static final int WORDS = 5;
  static final String TYPE = "[Ljava/lang/Object;";

  private final MethodVisitor code;
  private final Type[] parameters;

  ArgumentArray(MethodVisitor code, String descriptor) {
    this.code = code;
    this.parameters = Type.getArgumentTypes(descriptor);
  }

  void pack() {
    code.visitLdcInsn(parameters.length);
    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    for (int i = parameters.length; i-- > 0; ) {
      if (parameters[i].getSize() == 2) {
        code.visitInsn(Opcodes.DUP_X2);
        code.visitInsn(Opcodes.DUP_X2);
        code.visitInsn(Opcodes.POP);
      } else {
        code.visitInsn(Opcodes.DUP_X1);
        code.visitInsn(Opcodes.SWAP);
      }
      box(parameters[i]);
      code.visitLdcInsn(i);
      code.visitInsn(Opcodes.SWAP);
      code.visitInsn(Opcodes.AASTORE);
    }
  }

  void unpack() {
    for (int i = 0; i < parameters.length; i++) {
      code.visitInsn(Opcodes.DUP);
      code.visitLdcInsn(i);
      code.visitInsn(Opcodes.AALOAD);
      unbox(parameters[i]);
      if (parameters[i].getSize() == 2) {
        code.visitInsn(Opcodes.DUP2_X1);
        code.visitInsn(Opcodes.POP2);
      } else {
        code.visitInsn(Opcodes.SWAP);
      }
    }
    code.visitInsn(Opcodes.POP);
  }

  private void box(Type type) {
    String box = boxOf(type);
    if (box != null) {
      String descriptor = "(" + type.getDescriptor() + ")L" + box + ";";
      code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", descriptor, false);
    }
  }

  private void unbox(Type type) {
    String box = boxOf(type);
    code.visitTypeInsn(Opcodes.CHECKCAST, box == null ? type.getInternalName() : box);
    if (box != null) {
      String name = type.getClassName() + "Value";
      code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, name, "()" + type.getDescriptor(), false);
    }
  }

  /** Returns the internal name of the class whose objects hold such a primitive value; or null. */
  private static String boxOf(Type type) {
    switch (type.getSort()) {
      case Type.BOOLEAN:
        return "java/lang/Boolean";
      case Type.CHAR:
        return "java/lang/Character";
      case Type.BYTE:
        return "java/lang/Byte";
      case Type.SHORT:
        return "java/lang/Short";
      case Type.INT:
        return "java/lang/Integer";
      case Type.LONG:
        return "java/lang/Long";
      case Type.FLOAT:
        return "java/lang/Float";
      case Type.DOUBLE:
        return "java/lang/Double";
      default:
        return null;
    }
  }
}
