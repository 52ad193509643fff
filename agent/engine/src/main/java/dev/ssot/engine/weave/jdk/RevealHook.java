package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The first instructions of {@code Lookup.revealDirect}, which takes only direct handles: unwraps a
 * wrapped handle.
 */
final class RevealHook extends JdkHook {
  RevealHook(MethodVisitor next, Runnable done) {
    super(next, done);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    super.visitVarInsn(Opcodes.ALOAD, 1);
    dispatch("original", "(Ljava/lang/invoke/MethodHandle;)Ljava/lang/invoke/MethodHandle;");
    super.visitVarInsn(Opcodes.ASTORE, 1);
  }
}
