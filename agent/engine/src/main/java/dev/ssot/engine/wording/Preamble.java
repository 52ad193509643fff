package dev.ssot.engine.wording;

import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.JvmProcess;
import java.time.temporal.ChronoUnit;

/** The text above, below and between the targets in every view for people. */
public final class Preamble {
  public static final String NOT_WOVEN = "Not woven: seen in class files, left as they are";
  public static final String REASONS = "Why they stay as they are";
  public static final String REFUSED = "Refused as targets";

  private static final String NOTHING = "Nothing found: no class that ";

  private Preamble() {}

  /** Says why there is no target in the report. */
  public static String nothingFound(AgentSnapshot snapshot) {
    String why =
        snapshot.refused.isEmpty()
            ? "matches the option targets has been loaded"
            : "can be a target matches the option targets so far; what was refused stands below";
    return NOTHING + why + ". Nothing was changed.";
  }

  /** Introduces the report: {@code chat-service.jar, process 4711 on chat-7d9f, …}. */
  public static String of(AgentSnapshot snapshot) {
    JvmProcess jvm = snapshot.jvm.get();
    String process = "process " + jvm.pid;
    return (jvm.main == null ? process : jvm.main + ", " + process)
        + (jvm.host == null ? "" : " on " + jvm.host)
        + ", Java "
        + snapshot.javaVersion
        + "; ssot-agent "
        + snapshot.version
        + ", mode "
        + mode(snapshot)
        + "; "
        + snapshot.at.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Says what was taken for the reader's own code, by which call sites are found; null if nobody
   * had to know.
   */
  public static String application(AgentSnapshot snapshot) {
    return snapshot.application.isEmpty()
        ? null
        : "Your own code: "
            + Printable.escape(String.join(", ", snapshot.application))
            + " (option application)";
  }

  /** Says {@code observe (P1 WebSocket core: enforce)}: a narrower mode is not to be overlooked. */
  private static String mode(AgentSnapshot snapshot) {
    return snapshot.narrower.isEmpty()
        ? snapshot.mode.toString()
        : snapshot.mode + " (" + String.join(", ", snapshot.narrower) + ")";
  }
}
