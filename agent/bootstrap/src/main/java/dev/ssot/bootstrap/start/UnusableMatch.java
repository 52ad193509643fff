package dev.ssot.bootstrap.start;

import java.util.Collections;
import java.util.List;

/**
 * A class that an option names and that cannot be a target. The one home of the sentence that says
 * why, and which classes may be meant instead.
 */
public final class UnusableMatch {
  /** What stands in the way. */
  public enum Kind {
    INTERFACE("an interface, which has no instances of its own", "implement"),
    ANNOTATION("an annotation, which has no instances of its own", null),
    ABSTRACT_CLASS("an abstract class, which has no instances of its own", "extend"),
    ENUM("an enum, which has its constants and nothing else", null),
    JDK_INTERFACE("an interface of the JDK, whose classes are never woven", "implement"),
    JDK_CLASS("a class of the JDK, which is never woven", "extend");

    private final String words;

    /** What another class does to it; null if there is none to name instead. */
    private final String verb;

    Kind(String words, String verb) {
      this.words = words;
      this.verb = verb;
    }
  }

  private final String pattern;
  private final String className;
  private final Kind kind;
  private final List<String> instead;
  private final int more;

  /**
   * Takes what was found.
   *
   * @param pattern as it was written
   * @param instead loaded classes that can be targets and extend or implement it
   * @param more how many more of these there are
   */
  UnusableMatch(String pattern, String className, Kind kind, List<String> instead, int more) {
    this.pattern = pattern;
    this.className = className;
    this.kind = kind;
    this.instead = Collections.unmodifiableList(instead);
    this.more = more;
  }

  /** Returns the pattern that matches it, as it was written. */
  public String pattern() {
    return pattern;
  }

  public String className() {
    return className;
  }

  public Kind kind() {
    return kind;
  }

  /** Returns a few loaded classes that may be meant, the nearest names first. */
  public List<String> instead() {
    return instead;
  }

  /** Says {@code com.acme.S3Client is an interface, which has no instances of its own; …}. */
  public String sentence() {
    return className + " is " + hint();
  }

  /** Says what it is and what to do, to stand behind its name. */
  public String hint() {
    return kind.words
        + (pattern.equals(className)
            ? ""
            : "; no loaded class that can be a target matches " + pattern)
        + advice();
  }

  private String advice() {
    if (instead.isEmpty()) {
      return (kind.verb == null
              ? ""
              : "; no class of the application that could " + kind.verb + " it is loaded so far")
          + "; name a class that is constructed in the option targets";
    }
    return "; loaded classes that "
        + kind.verb
        + " it: "
        + String.join(", ", instead)
        + (more == 0 ? "" : " and " + more + " more")
        + "; name the one that is meant in the option targets";
  }
}
