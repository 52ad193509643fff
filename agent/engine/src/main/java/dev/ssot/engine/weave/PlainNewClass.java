package dev.ssot.engine.weave;

import dev.ssot.engine.stack.Frames;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A class with one static method that calls a constructor by a plain {@code new}, for calls of
 * which a method handle would not be the same: the handle loads the types of all parameters, a
 * plain call none, and where the constructor is not there, a plain call throws the JVM's own error.
 * To be defined as a part of the class that calls, with its rights.
 */
public final class PlainNewClass {
  /** Name of its method. */
  public static final String METHOD = "construct";

  private static final String SUFFIX = Frames.MAKER + "New";

  private PlainNewClass() {}

  /**
   * Returns the class file.
   *
   * @param caller internal name of the class that calls
   * @param target internal name of the class that is constructed
   * @param constructor descriptor
   * @param call descriptor of the woven instruction, and of the method
   */
  public static byte[] of(String caller, String target, String constructor, String call) {
    ClassWriter writer = new ClassWriter(0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
    writer.visit(Opcodes.V1_8, access, caller + SUFFIX, null, "java/lang/Object", null);
    int method = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    MethodVisitor code = writer.visitMethod(method, METHOD, call, null, null);
    code.visitAnnotation(ReferenceClass.HIDDEN, true).visitEnd();
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, target);
    code.visitInsn(Opcodes.DUP);
    int words = arguments(code, Type.getArgumentTypes(constructor), Type.getArgumentTypes(call));
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, target, "<init>", constructor, false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(words + 2, words);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Pushes the arguments. The JVM resolves the type of a cast only for an object, not for null. */
  private static int arguments(MethodVisitor code, Type[] parameters, Type[] given) {
    int local = 0;
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
      if (!given[i].equals(parameters[i])) {
        code.visitTypeInsn(Opcodes.CHECKCAST, parameters[i].getInternalName());
      }
      local += given[i].getSize();
    }
    return local;
  }
}
