package dev.ssot.engine.report.text;

import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.Headline;
import dev.ssot.engine.wording.Printable;
import dev.ssot.engine.wording.SiteText;
import java.util.ArrayList;
import java.util.List;

/** The report in a few lines, printed at exit if no report was asked for. */
public final class SummaryLines {
  private static final String PREFIX = "[ssot] ";

  /** How many call sites are named; the others are counted. */
  private static final int NAMED = 3;

  private SummaryLines() {}

  /** Sums up a snapshot. Each line begins with {@code [ssot]} and has no line end. */
  public static List<String> of(AgentSnapshot snapshot) {
    List<String> lines = new ArrayList<>();
    for (TargetSnapshot target : snapshot.targets) {
      target(target, lines);
    }
    if (snapshot.targets.isEmpty()) {
      String why =
          snapshot.refused.isEmpty()
              ? "matches the option targets was loaded"
              : "can be a target matches the option targets so far";
      lines.add(PREFIX + "no class that " + why + "; nothing was changed");
    }
    for (AgentSnapshot.Refused refused : snapshot.refused) {
      String name = PREFIX + Printable.escape(refused.className);
      lines.add(
          refused.reason == Reason.CANONICAL_ABSENT
              ? name + ", which canonical names, does not exist: " + refused.reason
              : name + " was refused as a target: " + why(refused));
    }
    return lines;
  }

  private static String why(AgentSnapshot.Refused refused) {
    return refused.hint == null ? refused.reason.toString() : Printable.escape(refused.why());
  }

  private static void target(TargetSnapshot target, List<String> lines) {
    Headline headline = new Headline(target);
    String name = PREFIX + Printable.escape(target.className) + ": ";
    int sites = target.callSites();
    if (sites == 0) {
      lines.add(name + headline.sentence());
      return;
    }
    String redirects =
        target.totals.redirects() == 0
            ? ""
            : ", " + Printable.count(target.totals.redirects(), "redirect");
    lines.add(
        name
            + headline.sentence()
            + "; in all "
            + Printable.count(target.totals.constructions(), "construction")
            + redirects
            + "; report=ssot-report.json writes the list");
    lines.add(PREFIX + "  first to fix: " + first(target, sites));
  }

  private static String first(TargetSnapshot target, int sites) {
    List<String> places = new ArrayList<>();
    for (SiteSnapshot site : target.sites) {
      if (!site.allowed && places.size() < NAMED) {
        places.add(SiteText.shortest(site));
      }
    }
    String rest = sites > places.size() ? " and " + (sites - places.size()) + " more" : "";
    return String.join(", ", places) + rest;
  }
}
