package dev.ssot.engine.wording;

import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeChange;
import dev.ssot.engine.snapshot.CanonicalSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.HeapSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The facts about a target as a whole. */
public final class TargetLines {
  /** A keyword and its text. */
  public static final class Fact {
    public final String label;
    public final String text;

    Fact(String label, String text) {
      this.label = label;
      this.text = text;
    }
  }

  private static final String UNKNOWN = "not known, so nothing is redirected";

  /** How many callers are named; the log has them all. */
  private static final int NAMED = 10;

  private final TargetSnapshot target;
  private final List<Fact> facts = new ArrayList<>();

  private TargetLines(TargetSnapshot target) {
    this.target = target;
  }

  /** Lists the facts. The names in them are unescaped, so each view has to escape them. */
  public static List<Fact> of(TargetSnapshot target, List<SiteSnapshot> allowed) {
    TargetLines facts = new TargetLines(target);
    facts.live();
    facts.heap();
    facts.canonical();
    facts.fact("mode", target.mode + ", in the class loader " + target.loader);
    facts.redirects();
    facts.dryRun();
    facts.allowed(allowed);
    facts.subclasses();
    facts.modeChanges();
    return facts.facts;
  }

  private void live() {
    String live = new Headline(target).atLeast() + Printable.number(target.totals.live());
    String of = target.totals.live() > target.totals.constructions() ? "; " : " of ";
    String made = of + Printable.number(target.totals.constructions()) + " constructed";
    fact(
        "alive",
        live + made + (target.exact ? "" : "; more may be alive than are tracked" + why()));
    if (target.beforeAttach > 0) {
      String before = Printable.count(target.beforeAttach, "instance");
      fact("older", before + " made before the agent came, by call sites unknown");
    }
  }

  private String why() {
    return target.inexact == null
        ? ""
        : ": " + target.inexact.sentence() + " (" + target.inexact + ")";
  }

  private void heap() {
    HeapSnapshot heap = target.heap;
    if (heap == null) {
      return;
    }
    String counted =
        Printable.count(heap.instances, "instance")
            + " at "
            + heap.at.truncatedTo(ChronoUnit.SECONDS);
    if (heap.loaders > 1) {
      String loaders = Printable.count(heap.loaders, "class loader");
      fact("heap", counted + ", in " + loaders + " together, which it does not tell apart");
    } else if (heap.meanwhile > 0) {
      String made = Printable.count(heap.meanwhile, "construction");
      fact("heap", counted + ", not comparable: " + made + " while it was counted");
    } else {
      fact("heap", counted + difference(heap.difference));
    }
  }

  private static String difference(long difference) {
    if (difference == 0) {
      return ", as many as are tracked";
    }
    return ", "
        + Printable.number(Math.abs(difference))
        + (difference > 0 ? " more than are tracked" : " fewer than are tracked");
  }

  private void canonical() {
    CanonicalSnapshot canonical = target.canonical;
    if (target.handedOut) {
      fact("counted", "what a call hands out as that type and was not seen before");
      return;
    }
    if (target.sharedBySite) {
      fact("share", "each call site gets again what it made first");
    }
    if (canonical.description == null && !canonical.resolved) {
      boolean first = canonical.isFirst();
      if (!target.sharedBySite) {
        fact("canonical", first ? "the first construction, chosen by the first redirect" : UNKNOWN);
      }
      return;
    }
    if (canonical.isUnusable()) {
      fact("canonical", new CanonicalProblem(target).sentence());
      return;
    }
    String what = canonical.description == null ? "the first construction" : canonical.description;
    String state = canonical.resolved ? "" : ", instance not seen";
    if (canonical.reason != null) {
      state += "; " + canonical.reason.sentence();
    }
    if (canonical.standIn) {
      state +=
          "; until then redirected call sites share a stand-in, which one of them has made: at most"
              + " one instance more";
    }
    String birth = canonical.birthSite == null ? "" : ", made at " + canonical.birthSite;
    fact("canonical", what + " (" + canonical.source + ")" + birth + state);
    String inSource = new Replacement(target).byConstruction();
    if (inSource != null) {
      fact("in source", inSource);
    }
  }

  private void redirects() {
    if (target.totals.redirects() > 0) {
      fact(
          "redirects",
          Printable.number(target.totals.redirects())
              + (target.sharedBySite
                  ? " answered with what the call site made first"
                  : " answered with the one instance"));
    }
    List<String> failures = new ArrayList<>();
    for (Map.Entry<Reason, Long> failure : target.failures.entrySet()) {
      failures.add(Printable.number(failure.getValue()) + " x " + failure.getKey());
    }
    if (!failures.isEmpty()) {
      fact("failures", String.join(", ", failures) + " (there was no instance to give)");
    }
    if (target.guarded > 0) {
      fact(
          "guarded",
          Printable.count(target.guarded, "call")
              + " that would have closed it for all did nothing: "
              + callers());
    }
  }

  private void dryRun() {
    DryRun dryRun = new DryRun(target);
    for (GroupSnapshot group : target.groups) {
      if (DryRun.isTried(group)) {
        String name = group.name == null ? "" : group.name + ": ";
        fact("dry run", name + DryRun.verdict(group));
      }
    }
    String merge = dryRun.merge();
    if (merge != null) {
      fact("merge", merge);
    }
  }

  /**
   * Names the callers of guarded methods, whose calls are to be removed from the source as well.
   */
  private String callers() {
    List<String> callers = new ArrayList<>();
    for (Map.Entry<String, Long> caller : target.guardedBy.entrySet()) {
      if (callers.size() == NAMED) {
        callers.add(Printable.count(target.guardedBy.size() - NAMED, "more caller"));
        break;
      }
      callers.add(caller.getKey() + " (" + Printable.number(caller.getValue()) + ")");
    }
    return String.join(", ", callers);
  }

  private void allowed(List<SiteSnapshot> allowed) {
    List<String> places = new ArrayList<>();
    for (SiteSnapshot site : allowed) {
      places.add(SiteText.shortest(site) + " (" + Printable.number(site.constructions) + ")");
    }
    if (!places.isEmpty()) {
      fact("allowed", String.join(", ", places));
    }
  }

  private void subclasses() {
    List<String> subclasses = new ArrayList<>();
    for (Map.Entry<String, Long> subclass : target.subclasses.entrySet()) {
      subclasses.add(subclass.getKey() + " (" + Printable.number(subclass.getValue()) + ")");
    }
    if (!subclasses.isEmpty()) {
      fact("subclasses", String.join(", ", subclasses) + ", counted apart");
    }
  }

  private void modeChanges() {
    for (ModeChange change : target.modes) {
      String what =
          change.scope
              + ": "
              + change.from
              + " to "
              + change.to
              + ", by "
              + change.by
              + ModeWords.until(change);
      fact("switched", change.at.truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }
  }

  private void fact(String label, String text) {
    facts.add(new Fact(label, text));
  }
}
