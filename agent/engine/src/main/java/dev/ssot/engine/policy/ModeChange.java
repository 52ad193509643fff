package dev.ssot.engine.policy;

import dev.ssot.bootstrap.options.Mode;
import java.time.Instant;

/** One change of mode: when, by whom, where, from, to. */
public final class ModeChange {
  public final Instant at;

  /** Who asked: {@code jmx}, {@code cli}, {@code http}, {@code config}, {@code timer}. */
  public final String by;

  /** As the log says it: {@code all}, {@code P1}, {@code com.acme.X P1}. */
  public final String scope;

  public final Mode from;
  public final Mode to;

  /** When it ends by itself; null if it does not. */
  public final Instant until;

  /** What holds after {@link #until}; null without it. */
  public final Mode then;

  /** Makes a change that does not end by itself. */
  public ModeChange(Instant at, String by, String scope, Mode from, Mode to) {
    this(at, by, scope, from, to, null, null);
  }

  /** Makes a change that ends by itself if {@code until} is given. */
  public ModeChange(
      Instant at, String by, String scope, Mode from, Mode to, Instant until, Mode then) {
    this.at = at;
    this.by = by;
    this.scope = scope;
    this.from = from;
    this.to = to;
    this.until = until;
    this.then = then;
  }
}
