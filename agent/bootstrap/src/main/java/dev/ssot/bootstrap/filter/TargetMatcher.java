package dev.ssot.bootstrap.filter;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** TEMP. */
public final class TargetMatcher {
  private final List<ClassNamePattern> patterns;

  public TargetMatcher(List<ClassNamePattern> p) {
    patterns = p;
  }

  @Override
  public String toString() {
    return patterns.toString();
  }

  public boolean isTarget(String name) {
    for (ClassNamePattern p : patterns) {
      if (p.matches(name)) {
        return true;
      }
    }
    return false;
  }

  public boolean concerns(byte[] classFile) {
    String s = new String(classFile, StandardCharsets.ISO_8859_1);
    for (ClassNamePattern p : patterns) {
      if (s.contains(p.text.replace("**.", "").replace('.', '/'))) {
        return true;
      }
    }
    return false;
  }
}
