package dev.ssot.engine.canonical;

/** A field or method whose value woven code reports. Pure data. */
public final class LearnedMember {
  private final String holder;
  private final String name;
  private final boolean method;
  private final String description;

  /**
   * Describes a member.
   *
   * @param holder internal name of the class that declares it
   * @param description its name in woven code, see {@link CanonicalMember#description()}
   */
  public LearnedMember(String holder, String name, boolean method, String description) {
    this.holder = holder;
    this.name = name;
    this.method = method;
    this.description = description;
  }

  /** Returns the internal name of the class that declares it. */
  public String holder() {
    return holder;
  }

  /** Returns the name without parentheses. */
  public String name() {
    return name;
  }

  public boolean isMethod() {
    return method;
  }

  /**
   * Returns {@code com.acme.Holder#FIELD}; for a target's own field behind a method, the name of
   * the method.
   */
  public String description() {
    return description;
  }

  @Override
  public String toString() {
    return description;
  }
}
