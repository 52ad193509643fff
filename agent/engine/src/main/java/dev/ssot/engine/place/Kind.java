package dev.ssot.engine.place;

import java.util.Locale;

/** How a call site asks for an object. */
public enum Kind {
  NEW,
  METHOD_REFERENCE,
  /** A call in application code that hands out what a library makes during that call. */
  FACTORY,
  REFLECTION,
  METHOD_HANDLE,
  DESERIALIZATION,
  /** The stack does not tell. */
  UNATTRIBUTED;

  /** Writes it as reports and metrics do: {@code method-reference}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
