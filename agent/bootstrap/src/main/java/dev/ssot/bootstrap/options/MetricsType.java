package dev.ssot.bootstrap.options;

import java.util.Locale;

/** {@code application} is true, {@code none} is false. */
final class MetricsType implements OptionType<Boolean> {
  @Override
  public Boolean parse(Setting setting) throws OptionsException {
    switch (setting.text().toLowerCase(Locale.ROOT)) {
      case "application":
        return true;
      case "none":
        return false;
      default:
        throw setting.bad("valid are application, none");
    }
  }
}
