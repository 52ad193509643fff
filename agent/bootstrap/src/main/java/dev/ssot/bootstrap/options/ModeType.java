package dev.ssot.bootstrap.options;

/** A {@link Mode}, for everything, a target or a group. */
final class ModeType implements OptionType<Mode> {
  @Override
  public Mode parse(Setting setting) throws OptionsException {
    String text = setting.text();
    for (Mode mode : Mode.values()) {
      if (text.equalsIgnoreCase(mode.toString())) {
        return mode;
      }
    }
    throw setting.bad("valid are off, observe, dry-run, enforce, fail");
  }
}
