package dev.ssot.bootstrap.options;

/** A {@link Mode}, for everything, a target or a group. */
final class ModeType implements OptionType<Mode> {
  @Override
  public Mode parse(Setting setting) throws OptionsException {
    String text = setting.text();
    for (Mode mode : Mode.values()) {
      if (text.equalsIgnoreCase(mode.toString())) {
        return available(mode, setting);
      }
    }
    throw setting.bad("valid are off, observe, dry-run, enforce, fail");
  }

  /**
   * This version only watches. The others are noted and not refused, so that one configuration can
   * serve replicas of several versions.
   */
  private static Mode available(Mode mode, Setting setting) {
    if (mode == Mode.OFF || mode == Mode.OBSERVE) {
      return mode;
    }
    setting.ignored("sets \"" + mode + "\", which is for a later version, ignored");
    return null;
  }
}
