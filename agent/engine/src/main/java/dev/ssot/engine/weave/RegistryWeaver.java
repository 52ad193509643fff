package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Makes Micrometer's {@code MeterRegistry} report each registry to the dispatch: when it is
 * constructed, and when it checks whether it is closed, as it does before it creates a meter. The
 * second hook finds registries that are older than the engine.
 */
public final class RegistryWeaver extends ClassVisitor {
  private RegistryWeaver(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** Weaves the class file; returns null for one that cannot be read. */
  public static byte[] weave(byte[] classFile) {
    try {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new RegistryWeaver(writer), 0);
      return writer.toByteArray();
    } catch (RuntimeException unreadable) {
      return null;
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor writer = super.visitMethod(access, name, descriptor, signature, exceptions);
    boolean asked = name.equals("isClosed") && descriptor.equals("()Z");
    return asked || name.equals("<init>") ? new Notice(writer) : writer;
  }

  /** Adds no branch and no local variable, so that every frame stays as it is. */
  private static final class Notice extends MethodVisitor {
    Notice(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.RETURN || opcode == Opcodes.IRETURN) {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        Dispatch.noticed(mv);
      }
      super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(maxStack + 1, maxLocals);
    }
  }
}
