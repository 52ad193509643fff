package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.PlannedSite;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Class files below version 51 have no {@code invokedynamic}: their constructions are counted, and
 * cannot be redirected.
 */
final class LegacySiteRewriter extends MethodVisitor {
  private final MethodPlan plan;
  private int instruction;
  private int created;

  LegacySiteRewriter(MethodVisitor next, MethodPlan plan) {
    super(Opcodes.ASM9, next);
    this.plan = plan;
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (opcode == Opcodes.NEW && plan.copies(created++)) {
      super.visitInsn(Opcodes.DUP);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean constructs = opcode == Opcodes.INVOKESPECIAL && name.equals("<init>");
    PlannedSite site = constructs ? plan.wovenAt(instruction++) : null;
    if (site != null) {
      Dispatch.mark(mv);
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (site != null) {
      report(site);
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 2 + plan.copies(), maxLocals);
  }

  /** The object is on the stack: as the result, or as the copy that we have inserted. */
  private void report(PlannedSite site) {
    if (site.references() == 2) {
      super.visitInsn(Opcodes.DUP);
    }
    super.visitLdcInsn(Dispatch.joinedFacts(site.site()));
    Dispatch.constructed(mv);
  }
}
