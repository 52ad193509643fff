package dev.ssot.engine.command;

import dev.ssot.bootstrap.options.Durations;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.policy.ModeScope;
import java.time.Duration;

/** A mode that somebody asks for: where it is to hold, for how long, and who asks. */
public final class ModeRequest {
  final Mode mode;
  final ModeScope scope;

  /** As it was written; null for no time limit. */
  final String time;

  final String by;
  private final Duration duration;

  private ModeRequest(Mode mode, ModeScope scope, String time, Duration duration, String by) {
    this.mode = mode;
    this.scope = scope;
    this.time = time;
    this.duration = duration;
    this.by = by;
  }

  /**
   * Reads a request as consoles send it: an empty text, or null, does not restrict.
   *
   * @param time such as {@code 2h}; empty for no time limit
   * @param by {@code jmx}, {@code cli} or {@code http}
   * @throws IllegalArgumentException that says what is valid
   */
  public static ModeRequest of(
      String mode, String target, String group, String sites, String time, String by) {
    ModeScope scope = ModeScope.of(orNull(target), orNull(group), orNull(sites));
    Mode wanted = Mode.of(mode);
    Duration duration = orNull(time) == null ? null : Durations.parse(time);
    return new ModeRequest(wanted, scope, orNull(time), duration, by);
  }

  /** Returns how long the mode is to hold; null for no time limit. */
  Duration duration() {
    return duration;
  }

  /** Writes it as {@code enforce at P1 for 2h by http}. */
  @Override
  public String toString() {
    return mode + " at " + scope + (time == null ? "" : " for " + time) + " by " + by;
  }

  private static String orNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
