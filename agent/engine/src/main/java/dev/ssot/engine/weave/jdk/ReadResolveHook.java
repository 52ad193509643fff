package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The first instructions of {@code ObjectStreamClass.invokeReadResolve}. The class's own {@code
 * readResolve} has priority.
 */
final class ReadResolveHook extends JdkHook {
  ReadResolveHook(MethodVisitor next, Runnable done) {
    super(next, done);
  }

  @Override
  public void visitCode() {
    String owner = HookedClass.STREAM_CLASS.internalName;
    super.visitCode();
    super.visitVarInsn(Opcodes.ALOAD, 1);
    super.visitVarInsn(Opcodes.ALOAD, 0);
    super.visitFieldInsn(
        Opcodes.GETFIELD, owner, "readResolveMethod", "Ljava/lang/reflect/Method;");
    dispatch("resolve", "(L" + OBJECT + ";L" + OBJECT + ";)L" + OBJECT + ";");
    returnUnlessNull(owner, OBJECT);
  }
}
