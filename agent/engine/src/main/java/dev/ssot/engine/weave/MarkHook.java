package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * For a constructor that calls {@code this(…)} with arguments that may construct: takes the mark
 * first, or one of those objects would pass for the marked one. The object itself is then
 * attributed by its stack.
 */
final class MarkHook extends MethodVisitor {
  MarkHook(MethodVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Dispatch.entered(mv);
    super.visitInsn(Opcodes.POP);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(Math.max(maxStack, 1), maxLocals);
  }
}
