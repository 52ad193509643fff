package dev.ssot.bootstrap.options;

/**
 * A class name with wildcards: {@code *} stands for anything within a package segment, {@code **}
 * for anything across segments, and {@code **.} for any package or none.
 */
final class ClassPattern {
  private final String pattern;

  private ClassPattern(String pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws IllegalArgumentException that tells how to write it
   */
  static ClassPattern of(String text) {
    return new ClassPattern(ClassNames.checkPattern(text));
  }

  /** The name of a method, in which {@code *} may stand. */
  static ClassPattern ofMember(String text) {
    return new ClassPattern(ClassNames.checkMember(text));
  }

  /**
   * @param className binary name
   */
  boolean matches(String className) {
    return matches(0, className, 0);
  }

  private boolean matches(int at, String name, int from) {
    if (at == pattern.length()) {
      return from == name.length();
    }
    if (pattern.charAt(at) == '*') {
      return matchesStar(at, name, from);
    }
    return from < name.length()
        && name.charAt(from) == pattern.charAt(at)
        && matches(at + 1, name, from + 1);
  }

  private boolean matchesStar(int at, String name, int from) {
    boolean across = pattern.startsWith("**", at);
    int next = across ? at + 2 : at + 1;
    boolean startsSegment = at == 0 || pattern.charAt(at - 1) == '.';
    if (across && startsSegment && pattern.startsWith(".", next) && matches(next + 1, name, from)) {
      return true;
    }
    for (int end = from; !matches(next, name, end); end++) {
      if (end == name.length() || (!across && name.charAt(end) == '.')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
