package dev.ssot.engine.weave;

import dev.ssot.engine.canonical.LearnedMember;
import dev.ssot.engine.weave.scan.LearningScan;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Reports canonical instances: after the field is written, and before the method returns. It adds
 * no branch, so that every frame stays as it is.
 */
final class LearningHook extends MethodVisitor {
  private final LearningScan scan;
  private final LearnedMember answer;

  private LearningHook(MethodVisitor next, LearningScan scan, LearnedMember answer) {
    super(Opcodes.ASM9, next);
    this.scan = scan;
    this.answer = answer;
  }

  /** Tells whether there is something to hook. */
  static boolean concerns(LearningScan scan, String method, String descriptor) {
    return scan.writes(method, descriptor) || scan.answerOf(method, descriptor) != null;
  }

  /**
   * Returns the hook, or {@code next} if there is nothing to hook, so that the method can be copied
   * unchanged.
   */
  static MethodVisitor of(MethodVisitor next, LearningScan scan, String method, String descriptor) {
    return concerns(scan, method, descriptor)
        ? new LearningHook(next, scan, scan.answerOf(method, descriptor))
        : next;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    LearnedMember written = opcode == Opcodes.PUTSTATIC ? scan.field(owner, name) : null;
    if (written == null) {
      super.visitFieldInsn(opcode, owner, name, descriptor);
      return;
    }
    super.visitInsn(Opcodes.DUP);
    super.visitFieldInsn(opcode, owner, name, descriptor);
    super.visitLdcInsn(written.description());
    Dispatch.learned(mv);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.ARETURN && answer != null) {
      super.visitInsn(Opcodes.DUP);
      super.visitLdcInsn(answer.description());
      Dispatch.learned(mv);
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 2, maxLocals);
  }
}
