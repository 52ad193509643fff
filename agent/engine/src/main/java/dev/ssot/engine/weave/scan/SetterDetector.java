package dev.ssot.engine.weave.scan;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Notices that a method configures an object that it has constructed, by a call of a method that
 * changes it or a write of a field. If such an instance were shared, this method would change it
 * for everyone. In general it cannot be told which object is configured, so any object of the class
 * counts.
 */
final class SetterDetector {
  /** Part of the names of the methods to which AspectJ moves code. */
  private static final String MOVED = "_aroundBody";

  private final ClassHeaders headers;
  private final MethodPlan plan;

  /** Internal names of the classes that were constructed and not configured since. */
  private final Set<String> fresh = new HashSet<>();

  SetterDetector(ClassHeaders headers, MethodPlan plan) {
    this.headers = headers;
    this.plan = plan;
  }

  /**
   * Notes a construction. AspectJ's around advice moves a construction to a method of its own,
   * where the further use of the object cannot be seen, so such an object is taken to be
   * configured.
   */
  void noteConstruction(String target) {
    fresh.add(target);
    if (plan.method().method().contains(MOVED)) {
      noteConfiguration(target);
    }
  }

  /**
   * Notes a call of a method that changes its object. Special calls are {@code super} or private,
   * and so inside the class itself, which is never redirected.
   */
  void noteCall(int opcode, String owner, String name, String descriptor) {
    if (opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE) {
      noteUse(owner, name, descriptor);
    }
  }

  /** Notes a reference such as {@code redis::setHost}, which other code calls later. */
  void noteReference(Handle method) {
    boolean ofAnother =
        method.getTag() == Opcodes.H_INVOKEVIRTUAL || method.getTag() == Opcodes.H_INVOKEINTERFACE;
    if (ofAnother) {
      noteUse(method.getOwner(), method.getName(), method.getDesc());
    }
  }

  private void noteUse(String owner, String name, String descriptor) {
    if (!fresh.isEmpty() && (ChangingCalls.isNamed(name) || isFluent(owner, descriptor))) {
      noteConfiguration(owner);
    }
  }

  /**
   * Tells whether the method returns what it is called on, as far as types tell: that type, or a
   * supertype of it that is not the JDK's.
   */
  private boolean isFluent(String owner, String descriptor) {
    if (ChangingCalls.isFluent(owner, descriptor)) {
      return true;
    }
    Type returned = Type.getReturnType(descriptor);
    return returned.getSort() == Type.OBJECT
        && !JdkClasses.isName(returned.getInternalName())
        && headers.isSubtype(owner, returned.getInternalName());
  }

  void noteWrite(int opcode, String owner) {
    if (opcode == Opcodes.PUTFIELD) {
      noteConfiguration(owner);
    }
  }

  /**
   * Notes that a fresh object is configured. The call names the static type, which may be a
   * supertype.
   */
  private void noteConfiguration(String owner) {
    if (fresh.isEmpty()) {
      return;
    }
    for (String target : fresh.toArray(new String[0])) {
      if (headers.isSubtype(target, owner)) {
        plan.markConfiguring(ClassNames.binary(target));
        fresh.remove(target);
      }
    }
  }
}
