package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.ClassScan;
import dev.ssot.engine.weave.scan.CodeSizes;
import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.MethodPlan.Hook;
import dev.ssot.engine.weave.site.SiteIds;
import java.util.Map;
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
  private final LeftMethods left;
  private final boolean partly;

  private ClassRewriter(ClassVisitor next, ClassScan scan, SiteIds ids, LeftMethods left) {
    super(Opcodes.ASM9, next);
    this.scan = scan;
    this.ids = ids;
    this.left = left;
    this.partly = isHookedPartly();
  }

  /**
   * Returns the new class file. The loop ends, as each round leaves out more of at least one method
   * or is the last.
   *
   * @param left gets the methods that stay unchanged, or do so in part
   */
  static byte[] rewrite(ClassReader reader, ClassScan scan, SiteIds ids, LeftMethods left) {
    Map<String, Integer> before = CodeSizes.of(reader);
    while (true) {
      try {
        byte[] classFile = rewritten(reader, scan, ids, left);
        if (!leaveGrownHuge(before, CodeSizes.of(new ClassReader(classFile)), left)) {
          return classFile;
        }
      } catch (MethodTooLargeException tooLarge) {
        if (!left.leaveMore(tooLarge.getMethodName(), tooLarge.getDescriptor())) {
          throw tooLarge;
        }
      }
    }
  }

  /** Returns whether there was any such method. */
  private static boolean leaveGrownHuge(
      Map<String, Integer> before, Map<String, Integer> after, LeftMethods left) {
    boolean leaves = false;
    for (Map.Entry<String, Integer> method : after.entrySet()) {
      String key = method.getKey();
      if (method.getValue() > HUGE && before.getOrDefault(key, 0) <= HUGE) {
        int descriptor = key.indexOf('(');
        leaves |= left.leaveMore(key.substring(0, descriptor), key.substring(descriptor));
      }
    }
    return leaves;
  }

  private static byte[] rewritten(
      ClassReader reader, ClassScan scan, SiteIds ids, LeftMethods left) {
    // Computes neither frames nor maxima: both would need the application's classes.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ClassRewriter(writer, scan, ids, left), flags(scan));
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor copy = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (left.isLeft(name, descriptor)) {
      return copy;
    }
    MethodVisitor writer = LearningHook.of(copy, scan.learning(), name, descriptor);
    MethodPlan plan = left.reduced(scan.plan(name, descriptor));
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
      if (plan.hook() == Hook.REFUSED || (left.isLeft(plan) && plan.hook() != Hook.NONE)) {
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
