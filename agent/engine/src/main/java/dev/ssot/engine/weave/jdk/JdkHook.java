package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The code that is put into one method of the JDK. It calls only static methods of the dispatch.
 */
abstract class JdkHook extends MethodVisitor {
  static final String OBJECT = "java/lang/Object";
  private static final String DISPATCH = "java/lang/SsotDispatch";

  private final Runnable done;

  /**
   * @param done run whenever the hook was put in its place
   */
  JdkHook(MethodVisitor next, Runnable done) {
    super(Opcodes.ASM9, next);
    this.done = done;
  }

  final void dispatch(String method, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, DISPATCH, method, descriptor, false);
    done.run();
  }

  /**
   * Returns the object on the stack unless it is null; goes on with an empty stack.
   *
   * @param locals those in use here, as frames name them
   */
  final void returnUnlessNull(Object... locals) {
    Label goOn = new Label();
    super.visitInsn(Opcodes.DUP);
    super.visitJumpInsn(Opcodes.IFNULL, goOn);
    super.visitInsn(Opcodes.ARETURN);
    super.visitLabel(goOn);
    super.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {OBJECT});
    super.visitInsn(Opcodes.POP);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 2, maxLocals);
  }
}
