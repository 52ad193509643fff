package dev.ssot.engine.report.text;

import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.detect.snapshot.AgentSnapshot;
import dev.ssot.engine.detect.snapshot.GroupSnapshot;
import dev.ssot.engine.detect.snapshot.SiteSnapshot;
import dev.ssot.engine.detect.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The part of the report about one target, from what is wrong to what to do. */
final class TargetText {
  /** Up to so many call sites, each shows its stack; of more, only the busiest. */
  private static final int FEW = 3;

  private final Page page;
  private final AgentSnapshot agent;
  private final TargetSnapshot target;

  /** Without those that may construct. */
  private final List<SiteSnapshot> sites = new ArrayList<>();

  private final List<SiteSnapshot> allowed = new ArrayList<>();

  TargetText(Page page, AgentSnapshot agent, TargetSnapshot target) {
    this.page = page;
    this.agent = agent;
    this.target = target;
    for (SiteSnapshot site : target.sites) {
      (site.allowed ? allowed : sites).add(site);
    }
  }

  void write() {
    Headline headline = new Headline(target);
    String where = "app".equals(target.loader) ? "" : " in " + target.loader;
    page.paragraph(Style.TITLE, "", target.className + where);
    page.line(headline.style(), headline.sentence());
    page.blank();
    new TargetFacts(page, target).write(allowed);
    groups();
    stays();
    stacks();
    new NextSteps(page, agent, target).write();
  }

  private void groups() {
    SiteTable table = new SiteTable(page, sites, reasonsDiffer());
    boolean first = true;
    for (GroupSnapshot group : target.groups) {
      List<SiteSnapshot> members = sitesOf(group);
      if (members.isEmpty()) {
        continue;
      }
      page.blank();
      page.paragraph(Style.TITLE, "", title(group));
      if (first) {
        table.header();
        first = false;
      }
      for (SiteSnapshot site : members) {
        table.row(site);
      }
    }
    if (withoutDebugInformation()) {
      page.paragraph(
          "  ", "Some classes were compiled without debug information: no file, no line.");
    }
  }

  /** A reason that holds for all of them is said once, below. */
  private boolean reasonsDiffer() {
    for (SiteSnapshot site : sites) {
      if (site.reason != sites.get(0).reason) {
        return true;
      }
    }
    return false;
  }

  private List<SiteSnapshot> sitesOf(GroupSnapshot group) {
    List<SiteSnapshot> members = new ArrayList<>();
    for (SiteSnapshot site : sites) {
      if (Objects.equals(site.group, group.name)) {
        members.add(site);
      }
    }
    return members;
  }

  private String title(GroupSnapshot group) {
    String name = group.name;
    if (name == null) {
      name = target.groups.size() == 1 ? "Call sites" : "In no group";
    }
    String files = group.files == 0 ? "" : Printable.count(group.files, "file") + ", ";
    String redirectable =
        group.redirectable == group.sites
            ? "all redirectable"
            : (group.redirectable == 0 ? "none" : group.redirectable) + " redirectable";
    return name
        + ": "
        + files
        + Printable.count(group.sites, "call site")
        + ", "
        + redirectable
        + ", mode "
        + group.mode;
  }

  private boolean withoutDebugInformation() {
    for (SiteSnapshot site : sites) {
      if (site.file == null && site.method != null) {
        return true;
      }
    }
    return false;
  }

  /** What is not woven, and what the reasons mean. */
  private void stays() {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (SiteSnapshot site : sites) {
      if (site.reason != null) {
        reasons.add(site.reason);
      }
    }
    if (!target.notWoven.isEmpty()) {
      page.blank();
      page.add(Style.TITLE, "Not woven: seen in class files, left as they are").end();
    }
    for (TargetSnapshot.NotWoven notWoven : target.notWoven) {
      reasons.add(notWoven.reason);
      notWoven(notWoven);
    }
    reasons.addAll(target.failures.keySet());
    if (!reasons.isEmpty()) {
      page.blank();
      page.add(Style.TITLE, "Why they stay as they are").end();
    }
    for (Reason reason : reasons) {
      page.paragraph("  ", reason + ": " + ReasonText.of(reason));
    }
  }

  private void notWoven(TargetSnapshot.NotWoven notWoven) {
    String line = notWoven.line < 0 ? "" : ":" + notWoven.line;
    String where = Printable.escape(notWoven.className + "." + notWoven.method + line);
    String reason = "  " + notWoven.reason;
    int width = Page.WIDTH - 2 - reason.length();
    page.add("  ").add(Printable.keepEnd(where, width)).add(Style.WARNING, reason).end();
  }

  private void stacks() {
    StackText stack = new StackText(page);
    if (sites.size() <= FEW) {
      for (SiteSnapshot site : sites) {
        stack.write(site);
      }
    } else {
      stack.write(busiest());
    }
  }

  /** The first in the order of repair among equals; one whose stack is known, if any. */
  private SiteSnapshot busiest() {
    SiteSnapshot busiest = sites.get(0);
    for (SiteSnapshot site : sites) {
      boolean busier = site.constructions > busiest.constructions;
      if (!site.stacks.isEmpty() && (busier || busiest.stacks.isEmpty())) {
        busiest = site;
      }
    }
    return busiest;
  }
}
