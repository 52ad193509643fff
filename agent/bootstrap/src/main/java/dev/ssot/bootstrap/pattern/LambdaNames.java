package dev.ssot.bootstrap.pattern;

/** The names that compilers give to the bodies of lambdas. */
final class LambdaNames {
  private static final String JAVAC = "lambda$";
  private static final String KOTLIN = "$lambda$";

  private LambdaNames() {}

  /**
   * Returns the method that a lambda's body was written in; any other name as it is. Two names do
   * not tell the method: {@code lambda$0} of ecj, and {@code lambda$null$0}, which javac 8 gives to
   * a lambda within a lambda.
   */
  static String enclosingMethod(String name) {
    int kotlin = name.indexOf(KOTLIN);
    if (kotlin > 0) {
      return name.substring(0, kotlin);
    }
    int number = name.lastIndexOf('$');
    if (!name.startsWith(JAVAC) || number < JAVAC.length()) {
      return name;
    }
    return initializer(withoutHash(name.substring(JAVAC.length(), number)));
  }

  /** Removes the hash of serializable lambdas: {@code lambda$open$5a1c37d2$1}. */
  private static String withoutHash(String name) {
    int dollar = name.lastIndexOf('$');
    boolean hash = dollar > 0 && dollar < name.length() - 1;
    for (int i = dollar + 1; hash && i < name.length(); i++) {
      hash = Character.digit(name.charAt(i), 16) >= 0;
    }
    return hash ? name.substring(0, dollar) : name;
  }

  private static String initializer(String name) {
    if (name.equals("new")) {
      return "<init>";
    }
    return name.equals("static") ? "<clinit>" : name;
  }
}
