package dev.ssot.bootstrap.options;

import java.util.Locale;

/**
 * What the agent does with a construction. Code that depends on a mode asks one of the questions
 * below and never compares the constants, so that a new mode only has to answer them.
 */
public enum Mode {
  /** Constructs without counting. */
  OFF,
  /** Counts and reports. */
  OBSERVE,
  /** Also says, for every construction, what {@link #ENFORCE} would do. */
  DRY_RUN,
  /** Answers with the canonical instance. */
  ENFORCE,
  /** Throws before the constructor of a second instance runs. For tests and CI. */
  FAIL;

  /** Tells whether constructions are counted. */
  public boolean counts() {
    return this != OFF;
  }

  /**
   * Tells whether a construction is answered with the canonical instance where that is possible.
   */
  public boolean redirects() {
    return this == ENFORCE;
  }

  /** Tells whether it constructs as before and reports what {@link #ENFORCE} would have done. */
  public boolean rehearses() {
    return this == DRY_RUN;
  }

  /** Tells whether it is decided for each call site if it can be redirected. */
  public boolean decides() {
    return redirects() || rehearses();
  }

  /** Tells whether a construction throws that is neither the first nor allowed. */
  public boolean refuses() {
    return this == FAIL;
  }

  /** Tells whether a {@code new} may be answered otherwise than by constructing. */
  public boolean intervenes() {
    return redirects() || refuses();
  }

  /**
   * Finds the mode of that name, in lower or upper case.
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
