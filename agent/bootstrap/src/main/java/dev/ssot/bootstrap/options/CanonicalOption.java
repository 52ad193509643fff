package dev.ssot.bootstrap.options;

/** Where the canonical instance comes from. */
public final class CanonicalOption {
  /** Whether it is looked for or named. */
  public enum Kind {
    /** The target's own field or method, if it is unique. */
    AUTO,
    /** The first construction that completes. */
    FIRST,
    /** A static method without parameters. */
    METHOD,
    /** A static field. */
    FIELD
  }

  private final Kind kind;
  private final String className;
  private final String member;

  CanonicalOption(Kind kind, String className, String member) {
    this.kind = kind;
    this.className = className;
    this.member = member;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether a holder is named: {@link #className()} and {@link #member()} are known. */
  public boolean isNamed() {
    return className != null;
  }

  /** Binary name of the holder; null unless it is named. */
  public String className() {
    return className;
  }

  /** Name of the method or field, without parentheses; null unless it is named. */
  public String member() {
    return member;
  }

  /** As in the options: {@code auto}, {@code first}, {@code com.acme.Holder#get()}. */
  @Override
  public String toString() {
    switch (kind) {
      case AUTO:
        return "auto";
      case FIRST:
        return "first";
      case METHOD:
        return className + "#" + member + "()";
      default:
        return className + "#" + member;
    }
  }
}
