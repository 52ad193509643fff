package dev.ssot.bootstrap.options;

/** A whole number within bounds. */
final class IntegerType implements OptionType<Integer> {
  private final int least;
  private final int most;

  IntegerType(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer parse(RawValue value) throws OptionsException {
    String text = value.text();
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return (int) number;
      }
    } catch (NumberFormatException noNumber) {
      // reported below, like a number out of bounds
    }
    throw value.bad("valid is a whole number from " + least + " to " + most);
  }
}
