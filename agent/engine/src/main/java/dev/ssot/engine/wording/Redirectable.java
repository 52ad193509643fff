package dev.ssot.engine.wording;

import dev.ssot.engine.snapshot.SiteSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Whether a call site is redirectable, as a table says it. */
public final class Redirectable {
  /** The shared instance was not constructed with the arguments that the call site passes. */
  private static final String ARGUMENTS_IGNORED = "arguments ignored";

  private Redirectable() {}

  /** Says {@code yes}, {@code yes, arguments ignored} and the like, or {@code no: arguments}. */
  public static String of(SiteSnapshot site) {
    if (site.reason != null) {
      return "no: " + site.reason;
    }
    List<String> said = restrictions(site);
    said.add(0, "yes");
    return String.join(", ", said);
  }

  /** Lists what is to be known of a redirectable call site; nothing if there is nothing. */
  public static List<String> restrictions(SiteSnapshot site) {
    List<String> restrictions = new ArrayList<>();
    if (site.argumentsIgnored) {
      restrictions.add(ARGUMENTS_IGNORED);
    }
    if (site.earlyHandle) {
      restrictions.add(EarlyHandles.IN_TABLE);
    }
    return restrictions;
  }
}
