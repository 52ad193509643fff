package dev.ssot.engine.wording;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.policy.ModeChange;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.policy.ModeTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How modes and their changes are told, in the log, in reports and in answers. */
public final class ModeWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private ModeWords() {}

  /** Says {@code P1: observe -> enforce (by jmx, until 21:55 UTC, then observe)}. */
  public static String change(ModeChange change) {
    return change.scope
        + ": "
        + change.from
        + " -> "
        + change.to
        + " (by "
        + change.by
        + until(change)
        + ")";
  }

  /** Says {@code , until 21:55 UTC, then observe}; nothing if the change does not end by itself. */
  public static String until(ModeChange change) {
    if (change.until == null) {
      return "";
    }
    return ", until " + time(change.at, change.until) + ", then " + change.then;
  }

  /** Writes a time of the same day as such, and any other with its date. */
  private static String time(Instant from, Instant until) {
    return until.isBefore(from.plus(24, ChronoUnit.HOURS))
        ? TIME.format(until)
        : until.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /**
   * Says what holds where a setting is about to be made: {@code observe}, or {@code enforce for P1,
   * observe elsewhere}.
   */
  public static String held(ModeTable modes, ModeScope scope) {
    StringBuilder held = new StringBuilder();
    for (ModeTable.Setting part : modes.replacedAt(scope)) {
      held.append(part.mode).append(" for ").append(part.scope).append(", ");
    }
    String elsewhere = held.length() == 0 ? "" : " elsewhere";
    return held.append(modes.at(scope)).append(elsewhere).toString();
  }

  /**
   * Says what other settings win over a switch: {@code P1 STILL enforces (its own mode in the
   * file)}, or, if it began with the same change, {@code P1 enforces from now on}.
   *
   * @param before the modes that held before the switch
   */
  public static List<String> exceptions(List<ModeTable.Setting> settings, ModeTable before) {
    List<String> exceptions = new ArrayList<>();
    for (ModeTable.Setting setting : settings) {
      boolean still = before.at(setting.scope) == setting.mode;
      String origin = setting.isOwn() ? "its own mode in the file" : "switched by " + setting.by();
      exceptions.add(setting.scope + verb(setting.mode, still) + " (" + origin + ")");
    }
    return exceptions;
  }

  private static String verb(Mode mode, boolean still) {
    if (!mode.intervenes()) {
      return (still ? " stays " : " is now ") + mode;
    }
    String verb = mode.redirects() ? "enforces" : "throws";
    return still ? " STILL " + verb : " " + verb + " from now on";
  }
}
