package dev.ssot.bootstrap.options;

/** {@code true} or {@code false}; anything else is refused, where Java's own parser says false. */
final class BooleanType implements OptionType<Boolean> {
  @Override
  public Boolean parse(Setting setting) throws OptionsException {
    String text = setting.text();
    if (text.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    }
    if (text.equalsIgnoreCase("false")) {
      return Boolean.FALSE;
    }
    throw setting.bad("valid are true, false");
  }
}
