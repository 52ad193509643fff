package dev.ssot.bootstrap.options;

import java.util.Locale;

/**
 * What the agent does with a construction. Nobody compares the constants: whoever depends on a mode
 * asks it one of the questions below, so that a new mode has to answer them and nothing else.
 */
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

  /** Says whether constructions are counted. */
  public boolean counts() {
    return this != OFF;
  }

  /** Says whether a construction is answered with the canonical instance where that is possible. */
  public boolean redirects() {
    return this == ENFORCE;
  }

  /** Says whether it constructs as before and tells what {@link #ENFORCE} would have done. */
  public boolean rehearses() {
    return this == DRY_RUN;
  }

  /** Says whether it is decided of each call site if it can be redirected. */
  public boolean decides() {
    return redirects() || rehearses();
  }

  /** Says whether a construction throws that is neither the first nor allowed. */
  public boolean refuses() {
    return this == FAIL;
  }

  /** Says whether a {@code new} may end otherwise than by constructing. */
  public boolean intervenes() {
    return redirects() || refuses();
  }

  /**
   * Finds the mode that is written so, in small letters or capitals.
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

  /** Returns the name as options, reports and commands have it: {@code dry-run}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
