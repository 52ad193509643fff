package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.ClassScan;
import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.MethodPlan.Hook;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Carries out what was planned. Methods without a plan are copied byte for byte. */
final class ClassRewriter extends ClassVisitor {
  private final ClassScan scan;
  private final Set<String> left;
  private final int flags;

  private ClassRewriter(ClassVisitor next, ClassScan scan, Set<String> left) {
    super(Opcodes.ASM9, next);
    this.scan = scan;
    this.left = left;
    this.flags = flags(scan);
  }

  /**
   * @param left methods that stay as they are, name and descriptor concatenated
   */
  static byte[] rewrite(ClassReader reader, ClassScan scan, Set<String> left) {
    // Computes neither frames nor maxima: both would need the application's classes.
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassRewriter rewriter = new ClassRewriter(writer, scan, left);
    reader.accept(rewriter, rewriter.flags);
    return writer.toByteArray();
  }

  /** What asks has branches without frames: version 49 is the newest that needs none. */
  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    int written = scan.asks() ? Opcodes.V1_5 : version;
    super.visit(written, access, name, signature, parent, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor copy = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (left.contains(name + descriptor)) {
      return copy;
    }
    MethodVisitor writer = LearningHook.of(copy, scan.learning(), name, descriptor);
    MethodPlan plan = scan.plan(name, descriptor);
    if (plan == null || !plan.changes()) {
      return writer;
    }
    if (plan.hook() == Hook.COMPLETION) {
      return sites(new ConstructorHook(writer, scan.binaryName(), plan.maxLocals()), plan);
    }
    MethodVisitor guard =
        plan.guards() ? new GuardHook(writer, scan.name(), name, frames()) : writer;
    MethodVisitor sites = sites(guard, plan);
    return plan.hook() == Hook.MARK_ONLY ? new MarkHook(sites, plan) : sites;
  }

  private MethodVisitor sites(MethodVisitor next, MethodPlan plan) {
    return scan.isLegacy()
        ? new LegacySiteRewriter(next, plan, scan.asks())
        : new SiteRewriter(next, plan);
  }

  private GuardHook.Frames frames() {
    if (flags == ClassReader.SKIP_FRAMES) {
      return GuardHook.Frames.NONE;
    }
    return flags == 0 ? GuardHook.Frames.AS_THEY_ARE : GuardHook.Frames.EXPANDED;
  }

  /** Old class files may have stack maps that are none, or are about to lose them. */
  private static int flags(ClassScan scan) {
    if (!scan.hasFrames() || scan.asks()) {
      return ClassReader.SKIP_FRAMES;
    }
    for (MethodPlan plan : scan.plans()) {
      if (plan.hook() == Hook.COMPLETION || plan.hook() == Hook.MARK_ONLY) {
        return ClassReader.EXPAND_FRAMES;
      }
    }
    return 0;
  }
}
