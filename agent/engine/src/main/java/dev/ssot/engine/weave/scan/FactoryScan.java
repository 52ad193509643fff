package dev.ssot.engine.weave.scan;

import dev.ssot.bootstrap.filter.FactoryCalls;
import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.place.PlainTypes;
import dev.ssot.engine.weave.site.FactoryCall;
import dev.ssot.engine.weave.site.TargetNames;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Which calls of a class may make a target: they return one, and what they call is not the
 * application's own code, as far as names tell; or the option {@code factories} names them. Those
 * in a library matter only where nothing else tells that a target was made: it is an interface, an
 * abstract class or the JDK's. Class files do not tell that of another class, so that each target
 * that is named by itself may be one.
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
    Type returned = Type.getReturnType(descriptor);
    if (opcode == Opcodes.INVOKESPECIAL || returned.getSort() != Type.OBJECT) {
      return null;
    }
    String type = returned.getInternalName();
    boolean factory = targets.isFactory(owner, name);
    if (!targets.isTarget(type)) {
      return factory && JdkClasses.isName(owner) ? targets.jdkTargetBeside(owner) : null;
    }
    boolean jdk = JdkClasses.isName(type);
    boolean makes = factory || isForeign(owner) || (jdk && JdkClasses.isName(owner));
    return makes && (own || targets.isNamed(type)) ? type : null;
  }

  /** Tells whether what a call returns may be cast to the target that it has made. */
  boolean mayBeCast(int opcode, String owner, String name, String descriptor) {
    return opcode != Opcodes.INVOKESPECIAL
        && Type.getReturnType(descriptor).getSort() == Type.OBJECT
        && ((FactoryCalls.mayBuild(name) && isForeign(owner)) || targets.isFactory(owner, name));
  }

  /** Tells whether what was made may be cast to a class that matters. */
  boolean isTarget(String internalName) {
    return targets.isTarget(internalName) && (own || targets.isNamed(internalName));
  }

  /** Describes a call that may make a target. */
  FactoryCall call(int opcode, String owner, String name, String descriptor) {
    boolean nothing = opcode == Opcodes.INVOKESTATIC && descriptor.startsWith("()");
    return new FactoryCall(
        ClassNames.binary(owner),
        name,
        descriptor,
        own && opcode == Opcodes.INVOKESTATIC && !nothing && arePlain(descriptor),
        own,
        targets.isFactory(owner, name),
        nothing ? Passed.NOTHING : Passed.VALUES);
  }

  /** Tells whether all parameters are plain; which class is an enum is not known here. */
  private static boolean arePlain(String descriptor) {
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      Type value = parameter.getSort() == Type.ARRAY ? parameter.getElementType() : parameter;
      if (value.getSort() == Type.OBJECT && !PlainTypes.contain(value.getClassName())) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a class may be somebody else's: it is in another package, and no array. */
  private boolean isForeign(String owner) {
    return !owner.startsWith("[")
        && !JdkClasses.isName(owner)
        && !ClassNames.areBeside(owner, caller);
  }
}
