package dev.ssot.bootstrap.options;

/** What RFC 6750 lets stand behind {@code Bearer}. No message ever shows the value. */
final class TokenType implements OptionType<String> {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 512;

  @Override
  public String parse(Setting setting) throws OptionsException {
    String text = setting.isSingle() ? setting.text() : "";
    if (text.length() < SHORTEST || text.length() > LONGEST || !isToken(text)) {
      throw setting
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
