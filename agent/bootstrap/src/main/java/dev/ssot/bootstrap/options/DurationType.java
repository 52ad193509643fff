package dev.ssot.bootstrap.options;

import java.time.Duration;

/** A duration with its unit: {@code 200ms}, {@code 60s}, {@code 5m}, {@code 2h}. */
final class DurationType implements OptionType<Duration> {
  /** More digits than anyone means; fewer than overflow a long in any unit. */
  private static final int MOST_DIGITS = 9;

  private final long leastMillis;
  private final String least;

  /**
   * @param least shortest valid duration, in words for the error
   */
  DurationType(long leastMillis, String least) {
    this.leastMillis = leastMillis;
    this.least = least;
  }

  @Override
  public Duration parse(Setting setting) throws OptionsException {
    String text = setting.text();
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    long unit = unitMillis(text.substring(digits).trim());
    if (digits > 0 && digits <= MOST_DIGITS && unit > 0) {
      long millis = Long.parseLong(text.substring(0, digits)) * unit;
      if (millis >= leastMillis) {
        return Duration.ofMillis(millis);
      }
    }
    throw setting.bad("valid is a duration such as 200ms, 60s, 5m or 2h, at least " + least);
  }

  /** Zero for what is no unit. */
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
