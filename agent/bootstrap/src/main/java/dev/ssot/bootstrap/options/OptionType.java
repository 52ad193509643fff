package dev.ssot.bootstrap.options;

/** How the value of an option is read and checked. Stateless. */
interface OptionType<T> {
  /**
   * Reads a value that is not the option's {@code none}.
   *
   * @throws OptionsException that says what is valid
   */
  T parse(RawValue value) throws OptionsException;

  /** Returns the value of {@code none}. */
  default T none() {
    return null;
  }
}
