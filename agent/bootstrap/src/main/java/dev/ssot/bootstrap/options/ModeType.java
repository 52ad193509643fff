package dev.ssot.bootstrap.options;

/** A {@link Mode}, for everything, a target or a group. */
final class ModeType implements OptionType<Mode> {
  @Override
  public Mode parse(Setting setting) throws OptionsException {
    try {
      return Mode.of(setting.text());
    } catch (IllegalArgumentException unknown) {
      throw setting.bad("valid are off, observe, dry-run, enforce, fail");
    }
  }
}
