package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.Type;

/**
 * The parameter types of a constructor as a woven instruction names them. The JVM loads the types
 * that an {@code invokedynamic} names, as the caller sees them, and checks that the caller may
 * access them; a plain call of a constructor does neither. So only types are named that every class
 * sees in the same way; all others are {@code Object}.
 */
final class ErasedParameters {
  private static final String OBJECT = "Ljava/lang/Object;";

  /** Packages of {@code java.base} from which constructors often take arguments. */
  private static final String[] ALIKE = {
    "java/lang/",
    "java/util/",
    "java/util/function/",
    "java/util/concurrent/",
    "java/io/",
    "java/net/",
    "java/time/"
  };

  private ErasedParameters() {}

  /** Returns the parameters of a descriptor, in parentheses. */
  static String of(String constructor) {
    StringBuilder erased = new StringBuilder("(");
    for (Type parameter : Type.getArgumentTypes(constructor)) {
      erased.append(isAlike(parameter) ? parameter.getDescriptor() : OBJECT);
    }
    return erased.append(')').toString();
  }

  private static boolean isAlike(Type parameter) {
    Type type = parameter.getSort() == Type.ARRAY ? parameter.getElementType() : parameter;
    if (type.getSort() != Type.OBJECT) {
      return true;
    }
    String name = type.getInternalName();
    String packageName = name.substring(0, name.lastIndexOf('/') + 1);
    for (String alike : ALIKE) {
      if (alike.equals(packageName)) {
        return true;
      }
    }
    return false;
  }
}
