package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The last instructions of {@code ObjectStreamClass.hasReadResolveMethod}: an object that was read
 * may be replaced although its class has no {@code readResolve}. The JDK itself then keeps back
 * references right.
 */
final class HasReadResolveHook extends JdkHook {
  HasReadResolveHook(MethodVisitor next, Runnable done) {
    super(next, done);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.IRETURN) {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitFieldInsn(
          Opcodes.GETFIELD, HookedClass.STREAM_CLASS.internalName, "cl", "Ljava/lang/Class;");
      dispatch("resolves", "(ZLjava/lang/Class;)Z");
    }
    super.visitInsn(opcode);
  }
}
