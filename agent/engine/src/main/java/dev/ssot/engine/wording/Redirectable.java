package dev.ssot.engine.wording;

import dev.ssot.engine.snapshot.SiteSnapshot;

/** Whether a call site is redirectable, as a table says it. */
public final class Redirectable {
  /** The shared instance was not constructed with the arguments that the call site passes. */
  public static final String ARGUMENTS_IGNORED = "arguments ignored";

  private Redirectable() {}

  /** Says {@code yes}, {@code yes, arguments ignored} and the like, or {@code no: arguments}. */
  public static String of(SiteSnapshot site) {
    if (site.reason != null) {
      return "no: " + site.reason;
    }
    return "yes"
        + (site.argumentsIgnored ? ", " + ARGUMENTS_IGNORED : "")
        + (site.earlyHandle ? ", " + EarlyHandles.IN_TABLE : "");
  }
}
