package dev.ssot.bootstrap.filter;

/**
 * A pattern of class names: {@code com.acme.RedisManager}, {@code com.acme.*Manager}, {@code
 * **.RedisManager}. {@code *} matches within a package segment, {@code **} across segments; {@code
 * **.} also matches nothing, so that {@code **.X} covers the default package. Nested classes are
 * written as binary names, {@code Outer$Inner}.
 */
public final class ClassNamePattern {
  private static final String FORBIDDEN = "/;[](){}<>,:#!?\"'\\";

  private final String text;

  /** The same with slashes, so that internal names are matched as they come. */
  private final String glob;

  private ClassNamePattern(String text) {
    this.text = text;
    this.glob = text.replace('.', '/');
  }

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException if no class can have such a name; the message says what is
   *     valid
   */
  public static ClassNamePattern of(String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no class name pattern: write com.acme.RedisManager, com.acme.*Manager or"
              + " **.RedisManager, and Outer$Inner for a nested class");
    }
    return new ClassNamePattern(text);
  }

  /** Takes internal names ({@code com/acme/X}) and binary names ({@code com.acme.X}). */
  public boolean matches(String internalOrBinaryName) {
    return matches(0, internalOrBinaryName, 0);
  }

  /** Whether the pattern is the name of one class. */
  public boolean isExact() {
    return text.indexOf('*') < 0;
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** With slashes, what every matching name ends with; perhaps empty. */
  String suffix() {
    int star = glob.lastIndexOf('*');
    // The slash of a leading "**/" stands for nothing as well.
    boolean optional = star >= 1 && isAnySegments(star - 1);
    return glob.substring(star + (optional ? 2 : 1));
  }

  @Override
  public String toString() {
    return text;
  }

  private boolean matches(int at, String name, int from) {
    int next = at;
    int end = from;
    while (next < glob.length()) {
      if (glob.charAt(next) == '*') {
        return isDouble(next) ? matchesAcross(next, name, end) : matchesWithin(next, name, end);
      }
      if (end == name.length() || !same(glob.charAt(next), name.charAt(end))) {
        return false;
      }
      next++;
      end++;
    }
    return end == name.length();
  }

  private boolean matchesWithin(int star, String name, int from) {
    for (int end = from; end <= name.length(); end++) {
      if (matches(star + 1, name, end)) {
        return true;
      }
      if (end < name.length() && same('/', name.charAt(end))) {
        return false;
      }
    }
    return false;
  }

  private boolean matchesAcross(int stars, String name, int from) {
    boolean segments = isAnySegments(stars);
    int rest = stars + (segments ? 3 : 2);
    if (segments && matches(rest, name, from)) {
      return true;
    }
    // A trailing "**" stands for one segment at least: com.acme.** is not the package itself.
    int least = rest == glob.length() ? 1 : 0;
    for (int end = from + least; end <= name.length(); end++) {
      boolean starts = !segments || (end > from && same('/', name.charAt(end - 1)));
      if (starts && matches(rest, name, end)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDouble(int star) {
    return star + 1 < glob.length() && glob.charAt(star + 1) == '*';
  }

  /** Whether two stars and a slash start here, and a segment with them. */
  private boolean isAnySegments(int stars) {
    return glob.startsWith("**/", stars) && (stars == 0 || glob.charAt(stars - 1) == '/');
  }

  private static boolean same(char inPattern, char inName) {
    return inPattern == inName || (inPattern == '/' && inName == '.');
  }

  private static boolean isValid(String text) {
    if (text.isEmpty() || text.contains("***") || text.contains("..")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || FORBIDDEN.indexOf(c) >= 0) {
        return false;
      }
    }
    return text.charAt(0) != '.' && text.charAt(text.length() - 1) != '.';
  }
}
