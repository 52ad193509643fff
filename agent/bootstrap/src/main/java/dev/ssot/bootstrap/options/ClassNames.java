package dev.ssot.bootstrap.options;

/**
 * What a class name, a class pattern and a member name may look like. All checks throw {@link
 * IllegalArgumentException} with a message that tells how to write it.
 */
final class ClassNames {
  private ClassNames() {}

  /** A class name without wildcards. */
  static String check(String name) {
    if (name.indexOf('*') >= 0) {
      throw new IllegalArgumentException("wildcards cannot stand here: name one class");
    }
    return checkPattern(name);
  }

  /** A class name in which {@code *} and {@code **} may stand. */
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

  /** A method or field name in which {@code *} may stand. */
  static String checkMember(String member) {
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

  /** What people write instead of a class name: paths, files, too many stars. */
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

  /** Letters of any alphabet, digits, {@code _} and {@code $}: what javac and kotlinc accept. */
  private static boolean isNamePart(char c, boolean first) {
    return c == '*'
        || (first ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c));
  }
}
