package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.pattern.ClassNames;

/** Where the canonical instance comes from. */
public final class CanonicalOption {
  /** How the instance is found. */
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

  /** Returns whether a holder is named: {@link #className()} and {@link #member()} are known. */
  public boolean isNamed() {
    return className != null;
  }

  /** Returns the binary name of the holder; null unless it is named. */
  public String className() {
    return className;
  }

  /** Returns the name of the method or field, without parentheses; null unless it is named. */
  public String member() {
    return member;
  }

  /**
   * Returns it as it is written in options: {@code auto}, {@code first}, {@code
   * com.acme.Holder#get()}.
   */
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

  /**
   * Reads the option {@code canonical}. It does not check whether the holder exists, as that would
   * load a class of the application.
   */
  static final class Type implements OptionType<CanonicalOption> {
    private static final String VALID =
        "valid are auto, first, com.acme.Holder#method(), com.acme.Holder#FIELD";

    @Override
    public CanonicalOption parse(RawValue value) throws OptionsException {
      String text = value.text();
      if (text.equalsIgnoreCase("auto")) {
        return new CanonicalOption(Kind.AUTO, null, null);
      }
      if (text.equalsIgnoreCase("first")) {
        return new CanonicalOption(Kind.FIRST, null, null);
      }
      int hash = text.indexOf('#');
      if (hash < 0) {
        throw value.bad(VALID);
      }
      try {
        return named(text.substring(0, hash), text.substring(hash + 1));
      } catch (IllegalArgumentException refused) {
        throw value.bad(refused.getMessage() + "; " + VALID);
      }
    }

    /**
     * Tells a method from a field by the parentheses, since both may have the same name in Java.
     */
    private static CanonicalOption named(String holder, String member) {
      boolean method = member.endsWith("()");
      String name = method ? member.substring(0, member.length() - 2) : member;
      if (name.indexOf('*') >= 0) {
        throw new IllegalArgumentException("wildcards cannot stand here: name one member");
      }
      return new CanonicalOption(
          method ? Kind.METHOD : Kind.FIELD,
          ClassNames.check(holder),
          ClassNames.checkMember(name));
    }
  }
}
