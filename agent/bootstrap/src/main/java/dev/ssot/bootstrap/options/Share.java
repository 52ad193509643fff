package dev.ssot.bootstrap.options;

import java.util.Locale;

/** What redirected call sites share. */
public enum Share {
  /** The canonical instance, all of them. */
  ONE,
  /** What the same call site made first. */
  SITE;

  /** Returns it as it is written in options: {@code site}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
