package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * First in {@code Lookup.revealDirect}, which takes direct handles alone: so does the lambda
 * metafactory, which calls it. What was wrapped is unwrapped for them.
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
