package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.MethodPlan;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * For a constructor that calls {@code this(…)} with arguments that may construct. It takes the mark
 * first, as otherwise one of those objects would be taken for the marked one, and sets it again
 * right before the call of {@code this(…)}.
 *
 * <p>It comes before the rewriting of call sites, because it numbers the instructions as the plan
 * does.
 */
final class MarkHook extends HookedConstructor {
  private final MethodPlan plan;
  private int instruction;

  MarkHook(MethodVisitor next, MethodPlan plan) {
    super(next, plan.maxLocals());
    this.plan = plan;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean constructs = opcode == Opcodes.INVOKESPECIAL && name.equals("<init>");
    if (constructs && plan.delegatesAt(instruction++)) {
      loadAccounted();
      Dispatch.markIf(mv);
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    instruction++;
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }
}
