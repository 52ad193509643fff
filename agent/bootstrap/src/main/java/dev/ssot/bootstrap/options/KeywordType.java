package dev.ssot.bootstrap.options;

/** One of a few words, in any case, each of which stands for a value. */
final class KeywordType<T> implements OptionType<T> {
  private final String[] words;
  private final T[] values;

  private KeywordType(String[] words, T[] values) {
    this.words = words;
    this.values = values;
  }

  /** Takes the constants of an enum, written as their {@code toString} says. */
  static <T> KeywordType<T> of(T[] constants) {
    String[] words = new String[constants.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = constants[i].toString();
    }
    return new KeywordType<>(words, constants);
  }

  /** Takes two words, in the order in which errors list them. */
  static KeywordType<Boolean> of(String first, boolean value, String second) {
    return new KeywordType<>(new String[] {first, second}, new Boolean[] {value, !value});
  }

  /** Refuses every other word, while Java's own parser of booleans returns false. */
  @Override
  public T parse(RawValue value) throws OptionsException {
    String text = value.text();
    for (int i = 0; i < words.length; i++) {
      if (text.equalsIgnoreCase(words[i])) {
        return values[i];
      }
    }
    throw value.bad("valid are " + String.join(", ", words));
  }
}
