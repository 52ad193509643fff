package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.PlannedSite;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Class files below version 51 have no {@code invokedynamic}: their constructions are counted, and
 * those without arguments ask first whether there is another object to be had.
 */
final class LegacySiteRewriter extends MethodVisitor {
  private final MethodPlan plan;
  private final boolean asks;
  private int instruction;
  private int created;

  /**
   * @param asks whether branches may be added
   */
  LegacySiteRewriter(MethodVisitor next, MethodPlan plan, boolean asks) {
    super(Opcodes.ASM9, next);
    this.plan = plan;
    this.asks = asks;
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
    if (site == null) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      return;
    }
    Label done = new Label();
    if (asks && site.isBare()) {
      ask(site, owner, done);
    }
    Dispatch.mark(mv);
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    report(site);
    super.visitLabel(done);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 2 + plan.copies(), maxLocals);
  }

  /** An answer takes the place of the object and goes past its construction. */
  private void ask(PlannedSite site, String owner, Label done) {
    Label construct = new Label();
    super.visitLdcInsn(Dispatch.joinedFacts(site.site()));
    // The NEW before this has resolved the class already.
    super.visitLdcInsn(Type.getObjectType(owner));
    Dispatch.instead(mv);
    super.visitInsn(Opcodes.DUP);
    super.visitJumpInsn(Opcodes.IFNULL, construct);
    super.visitTypeInsn(Opcodes.CHECKCAST, owner);
    replaceReferences(site);
    super.visitJumpInsn(Opcodes.GOTO, done);
    super.visitLabel(construct);
    super.visitInsn(Opcodes.POP);
  }

  /** Two lie under the answer; where one of them is our copy, nobody waits for a result. */
  private void replaceReferences(PlannedSite site) {
    if (site.references() == 2) {
      super.visitInsn(Opcodes.DUP_X2);
    }
    super.visitInsn(Opcodes.POP);
    super.visitInsn(Opcodes.POP2);
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
