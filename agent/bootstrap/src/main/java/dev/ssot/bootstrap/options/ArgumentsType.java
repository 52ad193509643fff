package dev.ssot.bootstrap.options;

/** An {@link Arguments}. */
final class ArgumentsType implements OptionType<Arguments> {
  @Override
  public Arguments parse(Setting setting) throws OptionsException {
    String text = setting.text();
    for (Arguments arguments : Arguments.values()) {
      if (text.equalsIgnoreCase(arguments.toString())) {
        return arguments;
      }
    }
    throw setting.bad("valid are keep, ignore, key");
  }
}
