package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Makes a method without arguments and result ask first whether it is to do nothing. The check adds
 * a branch, and so one frame, which equals the frame at the method's start.
 */
final class GuardHook extends MethodVisitor {
  /** How the frames of the class file are visited, and so how a frame has to be added. */
  enum Frames {
    NONE,
    AS_THEY_ARE,
    EXPANDED
  }

  private final String owner;
  private final String method;
  private final Frames frames;

  /**
   * @param owner internal name of the class
   */
  GuardHook(MethodVisitor next, String owner, String method, Frames frames) {
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
    frame();
    // The method may begin with a frame of its own, and no instruction may have two.
    mv.visitInsn(Opcodes.NOP);
  }

  private void frame() {
    if (frames == Frames.AS_THEY_ARE) {
      mv.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    } else if (frames == Frames.EXPANDED) {
      mv.visitFrame(Opcodes.F_NEW, 1, new Object[] {owner}, 0, null);
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(Math.max(maxStack, 2), maxLocals);
  }
}
