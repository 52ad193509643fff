package dev.ssot.engine.report.text;

import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.Headline;
import dev.ssot.engine.wording.NextSteps;
import dev.ssot.engine.wording.Preamble;
import dev.ssot.engine.wording.Printable;
import dev.ssot.engine.wording.SiteText;
import dev.ssot.engine.wording.StackLines;
import dev.ssot.engine.wording.TargetLines;
import dev.ssot.engine.wording.TargetSites;
import java.util.List;
import java.util.Set;

/** The part of the report about one target, from what is wrong to what to do. */
final class TargetText {
  /** Up to this number of call sites, each shows its stack; beyond it, only the busiest does. */
  private static final int FEW = 3;

  private static final int LABELS = "  subclasses  ".length();
  private static final String INDENT = "    ";

  private final Page page;
  private final AgentSnapshot agent;
  private final TargetSnapshot target;
  private final TargetSites sites;

  TargetText(Page page, AgentSnapshot agent, TargetSnapshot target) {
    this.page = page;
    this.agent = agent;
    this.target = target;
    this.sites = new TargetSites(target);
  }

  void write() {
    Headline headline = new Headline(target);
    String where = "app".equals(target.loader) ? "" : " in " + target.loader;
    page.paragraph(Style.TITLE, "", target.className + where);
    page.line(Style.of(headline.severity()), headline.sentence());
    steps();
    page.blank();
    for (TargetLines.Fact fact : TargetLines.of(target, sites.allowed())) {
      page.paragraph(Printable.left("  " + fact.label, LABELS), fact.text);
    }
    groups();
    stays();
    stacks();
  }

  private void steps() {
    List<NextSteps.Step> steps = NextSteps.of(agent, target);
    if (steps.isEmpty()) {
      return;
    }
    page.blank();
    page.line(Style.TITLE, NextSteps.TITLE);
    for (int i = 0; i < steps.size(); i++) {
      String number = "  " + (i + 1) + ". ";
      page.paragraph(number, steps.get(i).text);
      for (String command : steps.get(i).commands) {
        page.add(Printable.spaces(number.length() + 2)).add(Style.TITLE, command).end();
      }
    }
  }

  private void groups() {
    SiteTable table = new SiteTable(page, sites);
    boolean first = true;
    for (GroupSnapshot group : target.groups) {
      List<SiteSnapshot> members = sites.in(group);
      if (members.isEmpty()) {
        continue;
      }
      page.blank();
      page.paragraph(Style.TITLE, "", sites.name(group) + ": " + TargetSites.extent(group));
      if (first) {
        table.header();
        first = false;
      }
      for (SiteSnapshot site : members) {
        table.row(site);
      }
    }
    if (sites.withoutDebugInformation()) {
      page.paragraph("  ", TargetSites.NO_DEBUG_INFORMATION);
    }
  }

  /** Lists what is not woven, and says what the reasons mean. */
  private void stays() {
    if (!target.notWoven.isEmpty()) {
      page.blank();
      page.add(Style.TITLE, Preamble.NOT_WOVEN).end();
    }
    for (TargetSnapshot.NotWoven notWoven : target.notWoven) {
      notWoven(notWoven);
    }
    Set<Reason> reasons = sites.reasons();
    if (!reasons.isEmpty()) {
      page.blank();
      page.add(Style.TITLE, Preamble.REASONS).end();
    }
    for (Reason reason : reasons) {
      page.paragraph("  ", reason + ": " + reason.sentence());
    }
  }

  private void notWoven(TargetSnapshot.NotWoven notWoven) {
    String reason = "  " + notWoven.reason;
    int width = Page.WIDTH - 2 - reason.length();
    page.add("  ").add(Printable.keepEnd(SiteText.of(notWoven), width));
    page.add(Style.WARNING, reason).end();
  }

  private void stacks() {
    if (sites.toFix().size() <= FEW) {
      for (SiteSnapshot site : sites.toFix()) {
        stack(site);
      }
    } else {
      stack(busiest());
    }
  }

  /** Shows a stack, if one of this site has been resolved yet. */
  private void stack(SiteSnapshot site) {
    if (site.stacks.isEmpty()) {
      return;
    }
    page.blank();
    page.paragraph(Style.TITLE, "", StackLines.title(site));
    for (String line : StackLines.of(site)) {
      page.add(INDENT).add(Printable.keepEnd(line, Page.WIDTH - INDENT.length())).end();
    }
  }

  /**
   * Returns the site with the most constructions, preferably one whose stack is known. Among
   * equals, the first in the order of repair wins.
   */
  private SiteSnapshot busiest() {
    SiteSnapshot busiest = sites.toFix().get(0);
    for (SiteSnapshot site : sites.toFix()) {
      boolean busier = site.constructions > busiest.constructions;
      if (!site.stacks.isEmpty() && (busier || busiest.stacks.isEmpty())) {
        busiest = site;
      }
    }
    return busiest;
  }
}
