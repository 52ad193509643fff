package dev.ssot.bootstrap.options;

import java.util.Locale;

/** What the agent does with a construction. */
public enum Mode {
  /** Constructs, does not count. */
  OFF,
  /** Counts and reports. */
  OBSERVE,
  /** Also says, for every construction, what {@link #ENFORCE} would do. */
  DRY_RUN,
  /** Answers with the canonical instance. */
  ENFORCE,
  /** Throws before the constructor of a second instance runs. For tests and CI. */
  FAIL;

  /** As in options, reports and commands: {@code dry-run}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
