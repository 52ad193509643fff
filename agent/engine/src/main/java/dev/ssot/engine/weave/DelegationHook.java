package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.MethodPlan;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Makes a constructor that calls {@code this(…)} report the object itself. It takes the mark first,
 * as the arguments of {@code this(…)} may construct, and marks the thread right before the call, so
 * that the constructor called takes itself for accounted for. Only the outermost constructor knows
 * that the object is complete: the code behind {@code this(…)} may still throw.
 *
 * <p>It comes before the rewriting of call sites, because it numbers the instructions as the plan
 * does.
 */
final class DelegationHook extends HookedConstructor {
  private final MethodPlan plan;
  private final boolean passing;
  private int instruction;

  /**
   * @param target binary name of the class
   * @param passing whether to pass the mark on and report nothing, because the constructor called
   *     may have no hook: nobody would take a new mark
   */
  @SuppressWarnings("MissingSummary") // the class says it
  DelegationHook(MethodVisitor next, String target, MethodPlan plan, boolean passing) {
    super(next, target, plan.maxLocals());
    this.plan = plan;
    this.passing = passing;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean constructs = opcode == Opcodes.INVOKESPECIAL && name.equals("<init>");
    if (constructs && plan.delegatesAt(instruction++)) {
      mark();
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  private void mark() {
    if (passing) {
      loadAccounted();
      Dispatch.markIf(mv);
    } else {
      Dispatch.mark(mv);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    instruction++;
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN && !passing) {
      report();
    }
    super.visitInsn(opcode);
  }
}
