package dev.ssot.engine.weave;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Type;

/** The parameter types of a constructor by name, none of which is loaded. */
public final class ParameterNames {
  private ParameterNames() {}

  /** Returns the names of the types as the source writes them, those of classes binary. */
  public static List<String> of(String descriptor) {
    List<String> names = new ArrayList<>();
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      names.add(parameter.getClassName());
    }
    return names;
  }

  /**
   * Tells whether the parameter is an extra one, always null, by which Kotlin and javac 8 reach
   * some constructors: Kotlin's marker, or an anonymous class.
   */
  public static boolean isCompilerMarker(String name) {
    int digits = name.lastIndexOf('$') + 1;
    if (digits == 0) {
      return name.equals("kotlin.jvm.internal.DefaultConstructorMarker");
    }
    for (int i = digits; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return digits < name.length();
  }
}
