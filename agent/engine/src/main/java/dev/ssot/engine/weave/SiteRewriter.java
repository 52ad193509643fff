package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.PlannedSite;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Replaces constructor calls by {@code invokedynamic}. The {@code NEW} before it stays, and so does
 * every stack-map frame; the compiler removes the dead allocation.
 */
final class SiteRewriter extends MethodVisitor {
  private final MethodPlan plan;
  private int instruction;

  SiteRewriter(MethodVisitor next, MethodPlan plan) {
    super(Opcodes.ASM9, next);
    this.plan = plan;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean constructs = opcode == Opcodes.INVOKESPECIAL && name.equals("<init>");
    PlannedSite site = constructs ? plan.wovenAt(instruction++) : null;
    if (site == null) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    } else {
      construct(site, owner, descriptor);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    PlannedSite site = plan.wovenAt(instruction++);
    if (site == null) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    } else {
      Object[] facts = site.site().facts().behind(arguments);
      super.visitInvokeDynamicInsn(name, descriptor, Dispatch.REFERENCE, facts);
    }
  }

  /** Adds stack space for the result and its copy. */
  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 2, maxLocals);
  }

  private void construct(PlannedSite site, String owner, String descriptor) {
    String type = ErasedParameters.of(descriptor) + 'L' + owner + ';';
    Object[] facts = site.site().facts().behind(descriptor);
    super.visitInvokeDynamicInsn("construct", type, Dispatch.CONSTRUCT, facts);
    // To the verifier, the constructor would have initialised every copy of the reference.
    for (int local : site.parked()) {
      super.visitInsn(Opcodes.DUP);
      super.visitVarInsn(Opcodes.ASTORE, local);
    }
    dropReferences(site.references());
  }

  /**
   * The result lies on what was under the arguments: the reference that the constructor would have
   * been called on, and the copy of it that would have become the result, if there was one.
   */
  private void dropReferences(int references) {
    if (references == 1) {
      super.visitInsn(Opcodes.POP2);
      return;
    }
    super.visitInsn(Opcodes.DUP_X2);
    super.visitInsn(Opcodes.POP);
    super.visitInsn(Opcodes.POP);
    super.visitInsn(Opcodes.POP);
  }
}
