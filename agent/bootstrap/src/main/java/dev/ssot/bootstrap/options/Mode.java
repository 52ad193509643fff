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

  /**
   * Returns the mode that is written so, in any case.
   *
   * @throws IllegalArgumentException that says what is valid
   */
  public static Mode of(String name) {
    for (Mode mode : values()) {
      if (name.equalsIgnoreCase(mode.toString())) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "there is no mode '" + name + "'; valid are off, observe, dry-run, enforce, fail");
  }

  /** Returns it as options, reports and commands have it: {@code dry-run}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
