package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.ClassScan;
import dev.ssot.engine.weave.scan.CodeSizes;
import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.MethodPlan.Hook;
import dev.ssot.engine.weave.site.SiteIds;
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
  private final SiteIds ids;
  private final Set<String> left;
  private final boolean partly;

  private ClassRewriter(ClassVisitor next, ClassScan scan, SiteIds ids, Set<String> left) {
    super(Opcodes.ASM9, next);
    this.scan = scan;
    this.ids = ids;
    this.left = left;
    this.partly = isHookedPartly();
  }

  /**
   * Returns the new class file. The loop ends, as each round leaves out at least one more method or
   * is the last.
   *
   * @param left gets the methods that stay unchanged, each as its name and descriptor concatenated
   */
  static byte[] rewrite(ClassReader reader, ClassScan scan, SiteIds ids, Set<String> left) {
    Map<String, Integer> before = CodeSizes.of(reader);
    while (true) {
      try {
        byte[] classFile = rewritten(reader, scan, ids, left);
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

  private static byte[] rewritten(
      ClassReader reader, ClassScan scan, SiteIds ids, Set<String> left) {
    // Computes neither frames nor maxima: both would need the application's classes.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ClassRewriter(writer, scan, ids, left), flags(scan));
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
    MethodVisitor guard =
        plan.guards() ? new GuardHook(writer, scan.name(), name, scan.hasFrames()) : writer;
    MethodVisitor sites =
        new SiteRewriter(guard, scan.name(), access, plan, ids, scan.hasAllFrames());
    return plan.hook() == Hook.COMPLETION || plan.hook() == Hook.DELEGATION
        ? new ConstructorHook(sites, scan, plan, partly)
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

  /**
   * Returns the reader's flags. Below version 50, an attribute named like a stack map may not be
   * one.
   */
  private static int flags(ClassScan scan) {
    if (!scan.hasFrames()) {
      return ClassReader.SKIP_FRAMES;
    }
    for (MethodPlan plan : scan.plans()) {
      if (plan.changes()) {
        return ClassReader.EXPAND_FRAMES;
      }
    }
    return 0;
  }
}
