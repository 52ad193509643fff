package dev.ssot.engine.weave.scan;

import dev.ssot.engine.place.Reason;
import java.lang.invoke.LambdaMetafactory;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** What the constant pool says of an {@code X::new}, and of the constructor behind a site. */
final class ConstructorReference {
  /** A call site takes 255 slots, of which its method handle's invoker needs two. */
  static final int MAX_SLOTS = 253;

  /** The dispatch class has methods for this number of arguments. */
  private static final int MAX_REFERENCE_ARGUMENTS = 5;

  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  private ConstructorReference() {}

  /**
   * Returns the constructor that the lambda calls; null if the instruction is no constructor
   * reference.
   */
  static Handle constructor(Handle bootstrap, Object[] arguments) {
    boolean lambda =
        bootstrap.getOwner().equals(METAFACTORY)
            && (bootstrap.getName().equals("metafactory")
                || bootstrap.getName().equals("altMetafactory"));
    if (!lambda || arguments.length < 3 || !(arguments[1] instanceof Handle)) {
      return null;
    }
    Handle implementation = (Handle) arguments[1];
    return implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL ? implementation : null;
  }

  /**
   * Tells whether the reference is serializable. The fourth argument of {@code altMetafactory}
   * holds the flags.
   */
  static boolean isSerializable(Object[] arguments) {
    return arguments.length > 3
        && arguments[3] instanceof Integer
        && ((Integer) arguments[3] & LambdaMetafactory.FLAG_SERIALIZABLE) != 0;
  }

  static Reason refusal(Handle constructor) {
    int arguments = Type.getArgumentTypes(constructor.getDesc()).length;
    return arguments > MAX_REFERENCE_ARGUMENTS ? Reason.TOO_MANY_REFERENCE_ARGUMENTS : null;
  }

  /** Counts the slots of the arguments; long and double take two. */
  static int slots(String descriptor) {
    return (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
  }
}
