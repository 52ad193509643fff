package dev.ssot.bootstrap.pattern;

/**
 * The parts of class names. Binary names have dots, internal ones slashes. All checks throw {@link
 * IllegalArgumentException} with a message that tells how to write the name.
 */
public final class ClassNames {
  private ClassNames() {}

  /** Returns the internal name of a class, as in class files. */
  public static String internal(String binaryName) {
    return binaryName.replace('.', '/');
  }

  /** Returns the binary name of a class, as {@link Class#getName} returns it. */
  public static String binary(String internalName) {
    return internalName.replace('/', '.');
  }

  /** Returns a binary name without its package; nested classes keep their outer ones. */
  public static String simple(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1);
  }

  /** Returns the package of a binary name with its last dot; the default package is empty. */
  public static String packagePrefix(String binaryName) {
    return binaryName.substring(0, binaryName.lastIndexOf('.') + 1);
  }

  /** Tells whether two classes are in one package; both names are binary, or both internal. */
  public static boolean areBeside(String name, String other) {
    int end = packageEnd(name);
    return end == packageEnd(other) && other.startsWith(name.substring(0, end));
  }

  private static int packageEnd(String name) {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1;
  }

  /**
   * Tells whether a class is another one or nested in it, as far as binary names tell.
   *
   * @param outer the other one
   */
  public static boolean isWithin(String className, String outer) {
    return className.startsWith(outer)
        && (className.length() == outer.length() || className.charAt(outer.length()) == '$');
  }

  /** Tells whether a name begins with one of the prefixes. */
  public static boolean startsWithAny(String name, String... prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the outermost class. A name may itself start with a dollar sign. */
  public static String outermost(String binaryName) {
    int nested = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 2);
    return nested < 0 ? binaryName : binaryName.substring(0, nested);
  }

  /** Checks a class name without wildcards. */
  public static String check(String name) {
    if (name.indexOf('*') >= 0) {
      throw new IllegalArgumentException("wildcards cannot stand here: name one class");
    }
    return checkPattern(name);
  }

  /** Checks a class name that may contain {@code *} and {@code **}. */
  static String checkPattern(String pattern) {
    checkMistakes(pattern);
    boolean startsSegment = true;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '.' ? startsSegment : !isNamePart(c, startsSegment)) {
        throw new IllegalArgumentException(
            "unexpected '" + c + "': write a class name such as com.acme.RedisManager or **.*Pool");
      }
      startsSegment = c == '.';
    }
    if (startsSegment) {
      throw new IllegalArgumentException("a class name is missing after the last dot");
    }
    return pattern;
  }

  /** Checks a method or field name that may contain {@code *}. */
  public static String checkMember(String member) {
    boolean initializer = member.equals("<init>") || member.equals("<clinit>");
    for (int i = 0; i < member.length() && !initializer; i++) {
      if (!isNamePart(member.charAt(i), i == 0)) {
        throw new IllegalArgumentException("unexpected '" + member.charAt(i) + "' after the #");
      }
    }
    if (member.isEmpty()) {
      throw new IllegalArgumentException("a name is missing after the #");
    }
    return member;
  }

  /** Refuses common mistakes for a class name: paths, files, too many stars. */
  private static void checkMistakes(String pattern) {
    if (pattern.indexOf('/') >= 0 || pattern.indexOf('\\') >= 0) {
      String dotted = pattern.replace('/', '.').replace('\\', '.');
      throw new IllegalArgumentException("write it with dots: " + dotted);
    }
    String[] suffixes = {".class", ".java", ".kt"};
    for (String suffix : suffixes) {
      if (pattern.endsWith(suffix)) {
        String name = pattern.substring(0, pattern.length() - suffix.length());
        throw new IllegalArgumentException("name the class, not its file: " + name);
      }
    }
    if (pattern.contains("***")) {
      throw new IllegalArgumentException("* and ** are wildcards, *** is none");
    }
  }

  /**
   * Accepts the characters that javac and kotlinc accept: letters of any alphabet, digits, {@code
   * _}, {@code $}.
   */
  private static boolean isNamePart(char c, boolean first) {
    return c == '*'
        || (first ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c));
  }
}
