package dev.ssot.engine.weave;

import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** A class file that no compiler writes: {@code made/C}, with static methods. */
final class GeneratedClass {
  static final String TARGET = "made/T";

  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  GeneratedClass(String name, String superName) {
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, superName, null);
  }

  static GeneratedClass caller() {
    return new GeneratedClass("made/C", "java/lang/Object");
  }

  GeneratedClass method(String name, String descriptor, Consumer<MethodVisitor> body) {
    int access = name.equals("<init>") ? Opcodes.ACC_PUBLIC : 9;
    MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
    method.visitCode();
    body.accept(method);
    method.visitMaxs(0, 0);
    method.visitEnd();
    return this;
  }

  /** Strings that nothing uses. */
  GeneratedClass constants(int count) {
    for (int i = 0; i < count; i++) {
      writer.newUTF8("constant " + i);
    }
    return this;
  }

  byte[] classFile() {
    return writer.toByteArray();
  }

  /** Eight bytes each. */
  static Consumer<MethodVisitor> statements(int count) {
    return method -> {
      for (int i = 0; i < count; i++) {
        method.visitTypeInsn(Opcodes.NEW, TARGET);
        method.visitInsn(Opcodes.DUP);
        construct(method, "()V");
        method.visitInsn(Opcodes.POP);
      }
      method.visitInsn(Opcodes.RETURN);
    };
  }

  static void construct(MethodVisitor method, String descriptor) {
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, TARGET, "<init>", descriptor, false);
  }
}
