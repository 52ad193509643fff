package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Makes a method without arguments and result ask first whether it is to do nothing. The check adds
 * a branch, and so one frame, which equals the frame at the method's start.
 */
final class GuardHook extends MethodVisitor {
  private final String owner;
  private final String method;
  private final boolean frames;

  /**
   * @param owner internal name of the class
   * @param frames whether the class file has frames; if so, they are visited expanded
   */
  GuardHook(MethodVisitor next, String owner, String method, boolean frames) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.method = method;
    this.frames = frames;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Label unguarded = new Label();
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitLdcInsn(method);
    Dispatch.guarded(mv);
    mv.visitJumpInsn(Opcodes.IFEQ, unguarded);
    mv.visitInsn(Opcodes.RETURN);
    mv.visitLabel(unguarded);
    if (frames) {
      mv.visitFrame(Opcodes.F_NEW, 1, new Object[] {owner}, 0, null);
    }
    // The method may begin with a frame of its own, and no instruction may have two.
    mv.visitInsn(Opcodes.NOP);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(Math.max(maxStack, 2), maxLocals);
  }
}
