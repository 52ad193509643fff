package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.options.CanonicalOption.Kind;

/**
 * {@code auto}, {@code first}, {@code com.acme.Holder#method()}, {@code com.acme.Holder#FIELD}.
 * Whether the holder exists is not asked here: asking would load a class of the application.
 */
final class CanonicalType implements OptionType<CanonicalOption> {
  private static final String VALID =
      "valid are auto, first, com.acme.Holder#method(), com.acme.Holder#FIELD";

  @Override
  public CanonicalOption parse(Setting setting) throws OptionsException {
    String text = setting.text();
    if (text.equalsIgnoreCase("auto")) {
      return new CanonicalOption(Kind.AUTO, null, null);
    }
    if (text.equalsIgnoreCase("first")) {
      return new CanonicalOption(Kind.FIRST, null, null);
    }
    int hash = text.indexOf('#');
    if (hash < 0) {
      throw setting.bad(VALID);
    }
    try {
      return named(text.substring(0, hash), text.substring(hash + 1));
    } catch (IllegalArgumentException refused) {
      throw setting.bad(refused.getMessage() + "; " + VALID);
    }
  }

  /** The parentheses tell a method from a field, since Java allows both of one name. */
  private static CanonicalOption named(String holder, String member) {
    boolean method = member.endsWith("()");
    String name = method ? member.substring(0, member.length() - 2) : member;
    if (name.indexOf('*') >= 0) {
      throw new IllegalArgumentException("wildcards cannot stand here: name one member");
    }
    return new CanonicalOption(
        method ? Kind.METHOD : Kind.FIELD, ClassNames.check(holder), ClassNames.checkMember(name));
  }
}
