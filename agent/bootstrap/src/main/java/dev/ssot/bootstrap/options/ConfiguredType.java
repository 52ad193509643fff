package dev.ssot.bootstrap.options;

/** {@code ignore} is true: sites that configure the fresh object are redirected all the same. */
final class ConfiguredType implements OptionType<Boolean> {
  @Override
  public Boolean parse(Setting setting) throws OptionsException {
    String text = setting.text();
    if (text.equalsIgnoreCase("keep")) {
      return Boolean.FALSE;
    }
    if (text.equalsIgnoreCase("ignore")) {
      return Boolean.TRUE;
    }
    throw setting.bad("valid are keep, ignore");
  }
}
