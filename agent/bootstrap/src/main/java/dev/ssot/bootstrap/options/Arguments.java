package dev.ssot.bootstrap.options;

import java.util.Locale;

/** What {@code enforce} does with constructors that take arguments. */
public enum Arguments {
  /** Constructs as before. */
  KEEP,
  /** Redirects to the one canonical instance. */
  IGNORE,
  /** Redirects to one canonical instance per distinct argument list. */
  KEY;

  /** Returns it as it is written in options: {@code keep}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
