package dev.ssot.bootstrap.options;

/**
 * Text that is kept as it was written: a path ({@code C:\ssot.yaml} is not split at the colon) or a
 * secret.
 */
final class TextType implements OptionType<String> {
  private static final int SHORTEST_TOKEN = 8;
  private static final int LONGEST_TOKEN = 512;

  private final boolean secret;

  private TextType(boolean secret) {
    this.secret = secret;
  }

  /** Takes any text. */
  static TextType path() {
    return new TextType(false);
  }

  /** Takes a token that RFC 6750 allows behind {@code Bearer}. No message ever shows the value. */
  static TextType token() {
    return new TextType(true);
  }

  @Override
  public String parse(RawValue value) throws OptionsException {
    if (!secret) {
      return value.text();
    }
    String text = value.isSingle() ? value.text() : "";
    if (text.length() < SHORTEST_TOKEN || text.length() > LONGEST_TOKEN || !isToken(text)) {
      throw value
          .hidden()
          .bad("valid are 8 to 512 letters, digits and . _ ~ + / -, perhaps = at the end");
    }
    return text;
  }

  private static boolean isToken(String text) {
    boolean ending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ending |= c == '=';
      if (ending ? c != '=' : !isInToken(c)) {
        return false;
      }
    }
    return text.charAt(0) != '=';
  }

  private static boolean isInToken(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "._~+/-".indexOf(c) >= 0);
  }
}
