package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * In {@code Lookup.findConstructor} and {@code unreflectConstructor}: wraps the handle that was
 * found.
 */
final class LookupHook extends JdkHook {
  LookupHook(MethodVisitor next, Runnable done) {
    super(next, done);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.ARETURN) {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      dispatch(
          "handle",
          "(Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodHandles$Lookup;)"
              + "Ljava/lang/invoke/MethodHandle;");
    }
    super.visitInsn(opcode);
  }
}
