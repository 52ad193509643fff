package dev.ssot.engine.weave;

import dev.ssot.engine.canonical.LearnedMember;
import dev.ssot.engine.weave.scan.LearningScan;
import java.util.Collection;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Reports canonical instances: before a provider returns; right before their field is written, and
 * before the method that wrote it returns, as the instance may not be ready in between. Tells as
 * well when a provider calls code that may construct on its behalf. It adds no branch, so that
 * every frame stays as it is.
 */
final class LearningHook extends MethodVisitor {
  private final LearningScan scan;
  private final LearnedMember answer;
  private final Collection<LearnedMember> written;

  private LearningHook(
      MethodVisitor next,
      LearningScan scan,
      LearnedMember answer,
      Collection<LearnedMember> written) {
    super(Opcodes.ASM9, next);
    this.scan = scan;
    this.answer = answer;
    this.written = written;
  }

  /** Tells whether there is something to hook. */
  static boolean concerns(LearningScan scan, String method, String descriptor) {
    return !scan.writtenBy(method, descriptor).isEmpty()
        || scan.answerOf(method, descriptor) != null;
  }

  /**
   * Returns the hook, or {@code next} if there is nothing to hook, so that the method can be copied
   * unchanged.
   */
  static MethodVisitor of(MethodVisitor next, LearningScan scan, String method, String descriptor) {
    return concerns(scan, method, descriptor)
        ? new LearningHook(
            next, scan, scan.answerOf(method, descriptor), scan.writtenBy(method, descriptor))
        : next;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    LearnedMember field = opcode == Opcodes.PUTSTATIC ? scan.field(owner, name) : null;
    if (field != null && LearningScan.isReference(descriptor)) {
      super.visitInsn(Opcodes.DUP);
      super.visitLdcInsn(field.description());
      Dispatch.written(mv);
    }
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean leaves = answer != null && scan.leaves(answer, owner, name, descriptor);
    if (leaves) {
      super.visitLdcInsn(answer.description());
      Dispatch.leaving(mv);
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (leaves) {
      Dispatch.back(mv);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.ARETURN && answer != null) {
      super.visitInsn(Opcodes.DUP);
      super.visitLdcInsn(answer.description());
      Dispatch.learned(mv);
    }
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      for (LearnedMember member : written) {
        super.visitLdcInsn(member.description());
        Dispatch.returned(mv);
      }
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 2, maxLocals);
  }
}
