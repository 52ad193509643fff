package dev.ssot.engine.weave.corpus;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Breaks class files: none of their methods may put anything on the stack. */
final class WithoutStack extends ClassVisitor {
  private WithoutStack(ClassWriter writer) {
    super(Opcodes.ASM9, writer);
  }

  static byte[] of(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new WithoutStack(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] thrown) {
    return new MethodVisitor(
        Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(0, maxLocals);
      }
    };
  }
}
