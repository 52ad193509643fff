package dev.ssot.bootstrap.pattern;

/**
 * The one pattern of class names: {@code com.acme.RedisManager}, {@code com.acme.*Manager}, {@code
 * **.RedisManager}. {@code *} stands for anything within a package segment, {@code **} for anything
 * across segments, and {@code **.} also for nothing, so that {@code **.X} covers the default
 * package. Nested classes are written as binary names, {@code Outer$Inner}.
 */
public final class ClassPattern {
  private final String text;

  private ClassPattern(String text) {
    this.text = text;
  }

  /**
   * Makes the pattern of a text.
   *
   * @throws IllegalArgumentException if no class can have such a name; the message tells how to
   *     write it
   */
  public static ClassPattern of(String text) {
    return new ClassPattern(ClassNames.checkPattern(text));
  }

  /** Makes the pattern of a method's name, which may contain {@code *}. */
  static ClassPattern ofMember(String text) {
    return new ClassPattern(ClassNames.checkMember(text));
  }

  /**
   * Returns whether the pattern matches the class.
   *
   * @param className binary or internal, as the prefilter asks with the names of class files
   */
  public boolean matches(String className) {
    return matches(0, className, 0);
  }

  /** Returns whether the pattern is the name of one class. */
  public boolean isExact() {
    return text.indexOf('*') < 0;
  }

  /** Returns the end that all matching names have in common, with dots; perhaps empty. */
  String suffix() {
    int star = text.lastIndexOf('*');
    // The dot of a "**." may be missing as well.
    boolean optional = star >= 1 && isAnySegments(star - 1);
    return text.substring(star + (optional ? 2 : 1));
  }

  private boolean matches(int at, String name, int from) {
    int next = at;
    int end = from;
    while (next < text.length()) {
      if (text.charAt(next) == '*') {
        return text.startsWith("**", next)
            ? matchesAcross(next, name, end)
            : matchesWithin(next, name, end);
      }
      if (end == name.length() || !isSame(text.charAt(next), name.charAt(end))) {
        return false;
      }
      next++;
      end++;
    }
    return end == name.length();
  }

  private boolean matchesWithin(int star, String name, int from) {
    for (int end = from; !matches(star + 1, name, end); end++) {
      if (end == name.length() || isSame('.', name.charAt(end))) {
        return false;
      }
    }
    return true;
  }

  private boolean matchesAcross(int stars, String name, int from) {
    if (isAnySegments(stars) && matches(stars + 3, name, from)) {
      return true;
    }
    for (int end = from; !matches(stars + 2, name, end); end++) {
      if (end == name.length()) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a segment of two stars starts here and is followed by another segment. */
  private boolean isAnySegments(int stars) {
    return text.startsWith("**.", stars) && (stars == 0 || text.charAt(stars - 1) == '.');
  }

  private static boolean isSame(char inPattern, char inName) {
    return inPattern == inName || (inPattern == '.' && inName == '/');
  }

  /** Tells whether it matches every name that the other one matches, as far as is known. */
  public boolean covers(ClassPattern other) {
    return text.equals(other.text)
        || (other.isExact() && matches(other.text))
        || (text.endsWith("**")
            && start().length() == text.length() - 2
            && other.text.startsWith(start()));
  }

  /** Tells whether a name may match both; of two patterns with stars only their starts are told. */
  public boolean meets(ClassPattern other) {
    if (isExact()) {
      return other.matches(text);
    }
    return other.isExact()
        ? matches(other.text)
        : start().startsWith(other.start()) || other.start().startsWith(start());
  }

  /** Returns the start that all matching names have in common, with dots; perhaps empty. */
  private String start() {
    int star = text.indexOf('*');
    return star < 0 ? text : text.substring(0, star);
  }

  /** Returns patterns as they were written, separated by colons. */
  public static String join(Iterable<ClassPattern> patterns) {
    StringBuilder text = new StringBuilder();
    for (ClassPattern pattern : patterns) {
      text.append(text.length() == 0 ? "" : ":").append(pattern);
    }
    return text.toString();
  }

  /** Returns the pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
