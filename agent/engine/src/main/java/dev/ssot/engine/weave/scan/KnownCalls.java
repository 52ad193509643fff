package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.Opcodes;

/** Calls of which is known that they do not keep what is passed to them. */
final class KnownCalls {
  private KnownCalls() {}

  /**
   * Tells whether the call keeps none of its arguments: it makes a text of them, compares them, or
   * is what compilers write at the end of a {@code try} with resources.
   */
  static boolean keepNothing(Step call, HandOverScan caller) {
    switch (call.owner) {
      case "java/lang/StringBuilder":
      case "java/lang/String":
      case "java/io/PrintStream":
      case "java/util/Objects":
        return true;
      case "kotlin/io/CloseableKt":
      case "kotlin/AutoCloseableKt":
      case "kotlin/jdk7/AutoCloseableKt":
        return call.name.equals("closeFinally");
      case "kotlin/jvm/internal/Intrinsics":
        return true;
      default:
        return call.opcode == Opcodes.INVOKESTATIC
            && call.name.equals("$closeResource")
            && caller.isOwnClass(call.owner);
    }
  }

  /** Tells whether it is a check by kotlinc that a value is not null, which is passed and named. */
  static boolean checksNull(String owner, String name) {
    return owner.equals("kotlin/jvm/internal/Intrinsics") && name.startsWith("check");
  }

  /** Tells whether a call that keeps nothing may return one of its arguments. */
  static boolean returnArgument(Step call) {
    return call.owner.equals("java/util/Objects") && !call.descriptor.endsWith("String;");
  }

  /** Tells whether the {@code invokedynamic} only makes a text. */
  static boolean concatenates(Step dynamic) {
    return dynamic.owner.equals("java/lang/invoke/StringConcatFactory");
  }
}
