package dev.ssot.bootstrap.options;

/** {@code auto} is true: classes of the JDK may be woven once a mode needs it. */
final class JdkHooksType implements OptionType<Boolean> {
  @Override
  public Boolean parse(Setting setting) throws OptionsException {
    String text = setting.text();
    if (text.equalsIgnoreCase("auto")) {
      return Boolean.TRUE;
    }
    if (text.equalsIgnoreCase("false")) {
      return Boolean.FALSE;
    }
    throw setting.bad("valid are auto, false");
  }
}
