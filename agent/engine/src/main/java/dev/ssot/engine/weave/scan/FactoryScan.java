package dev.ssot.engine.weave.scan;

import dev.ssot.bootstrap.filter.FactoryCalls;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.weave.site.TargetNames;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Which calls of a class may make a target: they return one, and what they call is not the
 * application's own code, as far as names tell; or the option {@code factories} names them.
 */
final class FactoryScan {
  private final TargetNames targets;
  private final String caller;
  private final boolean own;

  /**
   * @param caller internal name of the class
   * @param own whether it is the application's own code
   */
  @SuppressWarnings("MissingSummary") // the class says it
  FactoryScan(TargetNames targets, String caller, boolean own) {
    this.targets = targets;
    this.caller = caller;
    this.own = own;
  }

  /**
   * Returns the internal name of the target that the call may make.
   *
   * @return null if it makes none, as far as the call itself tells
   */
  String made(int opcode, String owner, String name, String descriptor) {
    if (!own || opcode == Opcodes.INVOKESPECIAL) {
      return null;
    }
    Type returned = Type.getReturnType(descriptor);
    if (returned.getSort() != Type.OBJECT || !targets.isTarget(returned.getInternalName())) {
      return null;
    }
    return isForeign(owner) || targets.isFactory(owner, name) ? returned.getInternalName() : null;
  }

  /** Tells whether what a call returns may be cast to the target that it has made. */
  boolean mayBeCast(int opcode, String owner, String name, String descriptor) {
    return own
        && opcode != Opcodes.INVOKESPECIAL
        && Type.getReturnType(descriptor).getSort() == Type.OBJECT
        && ((FactoryCalls.mayBuild(name) && isForeign(owner)) || targets.isFactory(owner, name));
  }

  boolean isTarget(String internalName) {
    return targets.isTarget(internalName);
  }

  boolean isNamed(String owner, String name) {
    return targets.isFactory(owner, name);
  }

  /** Tells whether a class may be somebody else's: it is in another package, and no array. */
  private boolean isForeign(String owner) {
    return !owner.startsWith("[")
        && !JdkClasses.isName(owner)
        && !packageOf(owner).equals(packageOf(caller));
  }

  private static String packageOf(String internalName) {
    return internalName.substring(0, internalName.lastIndexOf('/') + 1);
  }
}
