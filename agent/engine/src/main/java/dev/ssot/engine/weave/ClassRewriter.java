package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.ClassScan;
import dev.ssot.engine.weave.scan.CodeSizes;
import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.MethodPlan.Hook;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Carries out what was planned. Methods without a plan, and those that would grow too large, are
 * copied byte for byte.
 */
final class ClassRewriter extends ClassVisitor {
  /** {@code HugeMethodLimit}: HotSpot never compiles a longer method. */
  private static final int HUGE = 8000;

  private final ClassScan scan;
  private final Set<String> left;
  private final boolean partly;
  private final int flags;

  private ClassRewriter(ClassVisitor next, ClassScan scan, Set<String> left) {
    super(Opcodes.ASM9, next);
    this.scan = scan;
    this.left = left;
    this.partly = isHookedPartly();
    this.flags = flags(scan);
  }

  /**
   * Returns the new class file. The loop ends, as each round leaves out at least one more method or
   * is the last.
   *
   * @param left gets the methods that stay unchanged, each as its name and descriptor concatenated
   */
  static byte[] rewrite(ClassReader reader, ClassScan scan, Set<String> left) {
    Map<String, Integer> before = CodeSizes.of(reader);
    while (true) {
      try {
        byte[] classFile = rewritten(reader, scan, left);
        if (!left.addAll(grownHuge(before, CodeSizes.of(new ClassReader(classFile))))) {
          return classFile;
        }
      } catch (MethodTooLargeException tooLarge) {
        if (!left.add(tooLarge.getMethodName() + tooLarge.getDescriptor())) {
          throw tooLarge;
        }
      }
    }
  }

  private static Set<String> grownHuge(Map<String, Integer> before, Map<String, Integer> after) {
    Set<String> grown = new HashSet<>();
    for (Map.Entry<String, Integer> method : after.entrySet()) {
      if (method.getValue() > HUGE && before.getOrDefault(method.getKey(), 0) <= HUGE) {
        grown.add(method.getKey());
      }
    }
    return grown;
  }

  private static byte[] rewritten(ClassReader reader, ClassScan scan, Set<String> left) {
    // Computes neither frames nor maxima: both would need the application's classes.
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassRewriter rewriter = new ClassRewriter(writer, scan, left);
    reader.accept(rewriter, rewriter.flags);
    return writer.toByteArray();
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
      ConstructorHook hook = new ConstructorHook(writer, scan.binaryName(), plan.maxLocals());
      return new SiteRewriter(hook, plan);
    }
    MethodVisitor guard =
        plan.guards() ? new GuardHook(writer, scan.name(), name, frames()) : writer;
    MethodVisitor sites = new SiteRewriter(guard, plan);
    return plan.hook() == Hook.DELEGATION
        ? new DelegationHook(sites, scan.binaryName(), plan, partly)
        : sites;
  }

  /** Tells whether a constructor of the target stays without the hook that it should have. */
  private boolean isHookedPartly() {
    for (MethodPlan plan : scan.plans()) {
      boolean isLeft = left.contains(plan.method().method() + plan.method().descriptor());
      if (plan.hook() == Hook.REFUSED || (isLeft && plan.hook() != Hook.NONE)) {
        return true;
      }
    }
    return false;
  }

  private GuardHook.Frames frames() {
    if (flags == ClassReader.SKIP_FRAMES) {
      return GuardHook.Frames.NONE;
    }
    return flags == 0 ? GuardHook.Frames.AS_THEY_ARE : GuardHook.Frames.EXPANDED;
  }

  /**
   * Returns the reader's flags. Below version 50, an attribute named like a stack map may not be
   * one.
   */
  private static int flags(ClassScan scan) {
    if (!scan.hasFrames()) {
      return ClassReader.SKIP_FRAMES;
    }
    for (MethodPlan plan : scan.plans()) {
      if (plan.hook() == Hook.COMPLETION || plan.hook() == Hook.DELEGATION) {
        return ClassReader.EXPAND_FRAMES;
      }
    }
    return 0;
  }
}
