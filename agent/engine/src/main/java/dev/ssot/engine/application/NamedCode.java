package dev.ssot.engine.application;

import dev.ssot.bootstrap.pattern.ClassPattern;
import java.util.List;

/** The classes that the option {@code application} names, and those nested in them. */
final class NamedCode implements ApplicationRule {
  private final List<ClassPattern> patterns;

  NamedCode(List<ClassPattern> patterns) {
    this.patterns = patterns;
  }

  @Override
  public String label(String className, String location) {
    for (ClassPattern pattern : patterns) {
      if (matches(pattern, className)) {
        return pattern.toString();
      }
    }
    return null;
  }

  private static boolean matches(ClassPattern pattern, String className) {
    int end = className.length();
    while (end > 0) {
      if (pattern.matches(className.substring(0, end))) {
        return true;
      }
      end = className.lastIndexOf('$', end - 1);
    }
    return false;
  }
}
