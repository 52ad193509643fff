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

  public ModeChange(Instant at, String by, String scope, Mode from, Mode to) {
    this.at = at;
    this.by = by;
    this.scope = scope;
    this.from = from;
    this.to = to;
  }
}
