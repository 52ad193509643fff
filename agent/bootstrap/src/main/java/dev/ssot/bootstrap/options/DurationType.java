package dev.ssot.bootstrap.options;

import java.time.Duration;

/** A duration as {@link Durations} reads it. */
final class DurationType implements OptionType<Duration> {
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
    Duration duration = Durations.parseOrNull(setting.text());
    if (duration == null || duration.toMillis() < leastMillis) {
      throw setting.bad("valid is a duration such as 200ms, 60s, 5m or 2h, at least " + least);
    }
    return duration;
  }
}
