package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Tells which of the planned calls pass nothing but constants. What is not clear counts as passing
 * values, so that two objects that may differ are not taken for one.
 */
final class ConstantScan extends ClassVisitor {
  private final ClassScan scan;

  private ConstantScan(ClassScan scan) {
    super(Opcodes.ASM9);
    this.scan = scan;
  }

  /** Marks the planned calls that pass nothing but constants. */
  static void mark(ClassReader reader, ClassScan scan) {
    for (MethodPlan plan : scan.plans()) {
      if (plan.passesAnything()) {
        reader.accept(new ConstantScan(scan), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return;
      }
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    MethodPlan plan = scan.plan(method, descriptor);
    if (plan == null || !plan.passesAnything()) {
      return null;
    }
    return new CodeRecorder() {
      @Override
      public void visitEnd() {
        if (!isTooLong()) {
          mark(this, plan);
        }
      }
    };
  }

  private void mark(CodeRecorder code, MethodPlan plan) {
    try {
      new ConstantFlow(code, plan, new TrustedCode(scan.name(), plan)).run();
    } catch (RuntimeException notUnderstood) {
      // What was marked up to there is right: the code runs in that order.
    }
  }
}
