package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.Type;

/** Which methods change the object that they are called on, by their names or by their shape. */
final class ChangingCalls {
  /** A name is one of these, followed by what is changed: {@code setHost}, {@code addListener}. */
  private static final String[] PREFIXES = {
    "set", "with", "add", "put", "register", "enable", "disable", "configure", "init"
  };

  /**
   * Names that say by themselves that the object is changed. {@code set}, {@code put} and {@code
   * add} are not among them: by these, users of a store write to it.
   */
  private static final String[] WHOLE = {
    "register", "enable", "disable", "configure", "init", "initialize", "initialise"
  };

  private ChangingCalls() {}

  static boolean isNamed(String method) {
    for (String name : WHOLE) {
      if (method.equals(name)) {
        return true;
      }
    }
    for (String prefix : PREFIXES) {
      if (method.startsWith(prefix) && isFollowed(method, prefix.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFollowed(String method, int at) {
    return at < method.length()
        && (Character.isUpperCase(method.charAt(at)) || Character.isDigit(method.charAt(at)));
  }

  /**
   * Tells whether the method is fluent, as far as its descriptor tells: it returns its own class.
   *
   * @param owner internal name of the class that declares it, or that it is called on
   */
  static boolean isFluent(String owner, String descriptor) {
    Type returned = Type.getReturnType(descriptor);
    return returned.getSort() == Type.OBJECT && returned.getInternalName().equals(owner);
  }
}
