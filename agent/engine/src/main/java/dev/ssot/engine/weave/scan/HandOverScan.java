package dev.ssot.engine.weave.scan;

import dev.ssot.engine.place.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Tells which constructions of a class keep what they made to the class. Whatever is not clear
 * counts as handed on: then the guard believes nobody but an owner.
 */
final class HandOverScan extends ClassVisitor {
  private final ClassScan scan;
  private final HandOvers found = new HandOvers();
  private final Set<String> privateFields = new HashSet<>();

  /** What the constructions of each method have made, by the number of the instruction. */
  private final Map<String, Map<Integer, Set<String>>> made = new HashMap<>();

  private HandOverScan(ClassScan scan) {
    super(Opcodes.ASM9);
    this.scan = scan;
  }

  /** Marks the planned constructions whose objects stay within the class. */
  static void mark(ClassReader reader, ClassScan scan) {
    if (!constructs(scan)) {
      return;
    }
    HandOverScan flows = new HandOverScan(scan);
    reader.accept(flows, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    for (MethodPlan plan : scan.plans()) {
      flows.mark(plan);
    }
  }

  private static boolean constructs(ClassScan scan) {
    for (MethodPlan plan : scan.plans()) {
      for (PlannedSite site : plan.sites()) {
        if (site.site().kind() == Kind.NEW && site.refusal() == null) {
          return true;
        }
      }
    }
    return false;
  }

  private void mark(MethodPlan plan) {
    Map<Integer, Set<String>> objects =
        made.get(plan.method().method() + plan.method().descriptor());
    if (objects == null) {
      return;
    }
    for (Map.Entry<Integer, Set<String>> each : objects.entrySet()) {
      if (!each.getValue().isEmpty() && !isAnyHandedOn(each.getValue())) {
        plan.markKept(each.getKey());
      }
    }
  }

  private boolean isAnyHandedOn(Set<String> origins) {
    for (String origin : origins) {
      if (found.isHandedOn(origin)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String descriptor, String signature, Object value) {
    if ((access & Opcodes.ACC_PRIVATE) != 0) {
      privateFields.add(field + ' ' + descriptor);
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    if (isAccessor(access, method)) {
      return null;
    }
    return new CodeRecorder() {
      @Override
      public void visitEnd() {
        follow(this, method, descriptor);
      }
    };
  }

  /** Follows the objects of a method. One that is not understood is taken to hand on all. */
  private void follow(CodeRecorder code, String method, String descriptor) {
    if (code.isTooLong() || !ends(code, method, descriptor)) {
      for (String field : privateFields) {
        found.addHandedOn(field);
      }
    }
  }

  private boolean ends(CodeRecorder code, String method, String descriptor) {
    try {
      ObjectFlow flow = new ObjectFlow(code, method, descriptor, this, found);
      boolean ends = flow.run();
      if (ends) {
        made.put(method + descriptor, flow.made());
      }
      return ends;
    } catch (RuntimeException notUnderstood) {
      return false;
    }
  }

  /** Tells whether a nested class, which acts for the class around it, reads a field by it. */
  private static boolean isAccessor(int access, String method) {
    return (access & Opcodes.ACC_SYNTHETIC) != 0 && method.startsWith("access$");
  }

  boolean isTarget(String type) {
    return scan.isTarget(type);
  }

  boolean isOwnClass(String type) {
    return type.equals(scan.name());
  }

  boolean isPrivateField(String owner, String fieldAndDescriptor) {
    return isOwnClass(owner) && privateFields.contains(fieldAndDescriptor);
  }

  /** Tells whether a method that is declared to return that type may return the object itself. */
  boolean mayBe(String returned, String owner) {
    return returned.equals(owner)
        || returned.equals("java/lang/Object")
        || scan.headers().isSubtype(owner, returned);
  }
}
