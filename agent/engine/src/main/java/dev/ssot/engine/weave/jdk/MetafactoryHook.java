package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * In {@code LambdaMetafactory}, which passes the implementing handle to native code of the JVM's
 * class archive before it reveals it. That code needs a direct handle.
 */
final class MetafactoryHook extends JdkHook {
  private static final String HANDLE = "java/lang/invoke/MethodHandle";

  /**
   * Whether the handle is a parameter, as in {@code metafactory}; in {@code altMetafactory} it is
   * cast.
   */
  private final boolean isParameter;

  MetafactoryHook(boolean isParameter, MethodVisitor next, Runnable done) {
    super(next, done);
    this.isParameter = isParameter;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (isParameter) {
      super.visitVarInsn(Opcodes.ALOAD, 4);
      unwrap();
      super.visitVarInsn(Opcodes.ASTORE, 4);
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (!isParameter && opcode == Opcodes.CHECKCAST && type.equals(HANDLE)) {
      unwrap();
    }
  }

  private void unwrap() {
    dispatch("original", "(L" + HANDLE + ";)L" + HANDLE + ";");
  }
}
