package dev.ssot.bootstrap.options;

/** One entry of {@code targets}: a class, or the classes that a pattern matches. */
public final class TargetOption {
  private final String pattern;
  private final CanonicalOption canonical;
  private final Mode mode;

  TargetOption(String pattern, CanonicalOption canonical, Mode mode) {
    this.pattern = pattern;
    this.canonical = canonical;
    this.mode = mode;
  }

  /** Binary class name; {@code *} and {@code **} may stand in it. */
  public String pattern() {
    return pattern;
  }

  /** Null if what holds for all targets holds for this one. */
  public CanonicalOption canonical() {
    return canonical;
  }

  /** Null if what holds for all targets holds for this one. */
  public Mode mode() {
    return mode;
  }

  /** The pattern, for messages. */
  @Override
  public String toString() {
    return pattern;
  }
}
