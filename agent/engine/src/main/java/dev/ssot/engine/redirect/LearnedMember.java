package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.bootstrap.pattern.ClassNames;

/** A field or method whose value the weaver makes tell. Pure data. */
public final class LearnedMember {
  private final String holder;
  private final String name;
  private final boolean method;
  private final String description;

  /**
   * @param holder internal name of the class that declares it
   * @param description what woven code calls it: {@link CanonicalMember#description()}
   */
  LearnedMember(String holder, String name, boolean method, String description) {
    this.holder = holder;
    this.name = name;
    this.method = method;
    this.description = description;
  }

  /** As an option names it. */
  static LearnedMember named(CanonicalOption option) {
    return new LearnedMember(
        ClassNames.internal(option.className()),
        option.member(),
        option.kind() == CanonicalOption.Kind.METHOD,
        option.toString());
  }

  /** Internal name of the class that declares it. */
  public String holder() {
    return holder;
  }

  /** Without parentheses. */
  public String name() {
    return name;
  }

  public boolean isMethod() {
    return method;
  }

  /** {@code com.acme.Holder#FIELD}; a target's own field goes by the method in front of it. */
  public String description() {
    return description;
  }

  @Override
  public String toString() {
    return description;
  }
}
