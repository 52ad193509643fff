package dev.ssot.bootstrap.options;

/** A path, kept as it was written: {@code C:\ssot.yaml} is no list. */
final class PathType implements OptionType<String> {
  @Override
  public String parse(Setting setting) throws OptionsException {
    return setting.text();
  }
}
