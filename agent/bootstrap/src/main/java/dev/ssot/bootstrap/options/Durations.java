package dev.ssot.bootstrap.options;

import java.time.Duration;

/** Durations with their unit: {@code 200ms}, {@code 60s}, {@code 5m}, {@code 2h}. */
public final class Durations implements OptionType<Duration> {
  /** Enough digits for every duration, and few enough not to overflow a long in any unit. */
  private static final int MOST_DIGITS = 9;

  private final long leastMillis;
  private final String least;

  /**
   * Creates the type of an option.
   *
   * @param least shortest valid duration, in words for the error
   */
  Durations(long leastMillis, String least) {
    this.leastMillis = leastMillis;
    this.least = least;
  }

  /**
   * Reads a duration of any length.
   *
   * @throws IllegalArgumentException that says what is valid
   */
  public static Duration parse(String text) {
    Duration duration = parseOrNull(text);
    if (duration == null) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration; valid are such as 200ms, 60s, 5m or 2h");
    }
    return duration;
  }

  @Override
  public Duration parse(RawValue value) throws OptionsException {
    Duration duration = parseOrNull(value.text());
    if (duration == null || duration.toMillis() < leastMillis) {
      throw value.bad("valid is a duration such as 200ms, 60s, 5m or 2h, at least " + least);
    }
    return duration;
  }

  /** Returns null if the text is no duration. */
  private static Duration parseOrNull(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    long unit = unitMillis(text.substring(digits).trim());
    return digits == 0 || digits > MOST_DIGITS || unit == 0
        ? null
        : Duration.ofMillis(Long.parseLong(text.substring(0, digits)) * unit);
  }

  /** Returns zero if the text is no unit. */
  private static long unitMillis(String unit) {
    switch (unit) {
      case "ms":
        return 1;
      case "s":
        return 1_000;
      case "m":
        return 60_000;
      case "h":
        return 3_600_000;
      default:
        return 0;
    }
  }
}
