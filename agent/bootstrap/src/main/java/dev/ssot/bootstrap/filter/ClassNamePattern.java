package dev.ssot.bootstrap.filter;

/** TEMP. */
public final class ClassNamePattern {
  final String text;

  private ClassNamePattern(String t) {
    text = t;
  }

  public static ClassNamePattern of(String t) {
    return new ClassNamePattern(t);
  }

  public boolean matches(String name) {
    String n = name.replace('/', '.');
    return text.startsWith("**.")
        ? n.endsWith(text.substring(2)) || n.equals(text.substring(3))
        : n.equals(text);
  }
}
