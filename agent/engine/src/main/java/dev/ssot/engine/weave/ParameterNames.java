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
}
