package dev.ssot.engine.weave.scan;

import dev.ssot.bootstrap.pattern.ClassNames;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Notices that a method configures what it has constructed: calls a setter of it, or writes a field
 * of it. Which object that is cannot be told in general, so that any of the class will do: to share
 * an instance that this method then configures for itself would change it for all.
 */
final class SetterDetector {
  /** In the names that AspectJ gives to what it has moved. */
  private static final String MOVED = "_aroundBody";

  private final ClassHeaders headers;
  private final MethodPlan plan;

  /** Internal names of what was constructed and not configured since. */
  private final Set<String> fresh = new HashSet<>();

  SetterDetector(ClassHeaders headers, MethodPlan plan) {
    this.headers = headers;
    this.plan = plan;
  }

  /**
   * With around advice AspectJ moves the construction to a method of its own: what the method that
   * it came from does with the object cannot be seen there, so that it is taken to configure it.
   */
  void noteConstruction(String target) {
    fresh.add(target);
    if (plan.method().method().contains(MOVED)) {
      noteConfiguration(target);
    }
  }

  /** Special calls are {@code super} or private: the class itself, which is never redirected. */
  void noteCall(int opcode, String owner, String name) {
    boolean ofAnother = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
    if (ofAnother && isSetter(name)) {
      noteConfiguration(owner);
    }
  }

  /** {@code redis::setHost} is called by somebody else, later. */
  void noteReference(Handle method) {
    boolean ofAnother =
        method.getTag() == Opcodes.H_INVOKEVIRTUAL || method.getTag() == Opcodes.H_INVOKEINTERFACE;
    if (ofAnother && isSetter(method.getName())) {
      noteConfiguration(method.getOwner());
    }
  }

  void noteWrite(int opcode, String owner) {
    if (opcode == Opcodes.PUTFIELD) {
      noteConfiguration(owner);
    }
  }

  /** The call names the static type of the object, which may be a supertype. */
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

  private static boolean isSetter(String name) {
    return name.startsWith("set")
        && name.length() > 3
        && (Character.isUpperCase(name.charAt(3)) || Character.isDigit(name.charAt(3)));
  }
}
