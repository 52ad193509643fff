package dev.ssot.engine.report.markdown;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.Headline;
import dev.ssot.engine.wording.NextSteps;
import dev.ssot.engine.wording.Preamble;
import dev.ssot.engine.wording.Replacement;
import dev.ssot.engine.wording.SiteColumn;
import dev.ssot.engine.wording.SiteText;
import dev.ssot.engine.wording.StackLines;
import dev.ssot.engine.wording.TargetLines;
import dev.ssot.engine.wording.TargetSites;
import java.util.List;
import java.util.Set;

/** The part of a ticket about one target. */
final class TargetMarkdown {
  private final StringBuilder page;
  private final AgentSnapshot agent;
  private final TargetSnapshot target;
  private final TargetSites sites;

  TargetMarkdown(StringBuilder page, AgentSnapshot agent, TargetSnapshot target) {
    this.page = page;
    this.agent = agent;
    this.target = target;
    this.sites = new TargetSites(target);
  }

  void write() {
    String where = "app".equals(target.loader) ? "" : " in " + Markdown.code(target.loader);
    page.append("\n## ").append(Markdown.code(target.className)).append(where).append('\n');
    page.append("\n**").append(Markdown.text(new Headline(target).sentence())).append("**\n");
    steps();
    page.append('\n');
    for (TargetLines.Fact fact : TargetLines.of(target, sites.allowed())) {
      page.append("- **").append(fact.label).append("**: ");
      page.append(Markdown.text(fact.text)).append('\n');
    }
    for (GroupSnapshot group : target.groups) {
      group(group);
    }
    if (sites.withoutDebugInformation()) {
      page.append('\n').append(Markdown.text(TargetSites.NO_DEBUG_INFORMATION)).append('\n');
    }
    toFix();
    stays();
    stacks();
  }

  private void steps() {
    List<NextSteps.Step> steps = NextSteps.of(agent, target);
    if (steps.isEmpty()) {
      return;
    }
    heading(NextSteps.TITLE);
    for (NextSteps.Step step : steps) {
      page.append("1. ").append(Markdown.text(step.text)).append('\n');
      for (String command : step.commands) {
        page.append("   - ").append(Markdown.code(command)).append('\n');
      }
    }
  }

  private void group(GroupSnapshot group) {
    List<SiteSnapshot> members = sites.in(group);
    if (members.isEmpty()) {
      return;
    }
    heading(sites.name(group));
    page.append(TargetSites.extent(group)).append("\n\n");
    List<SiteColumn> columns = SiteColumn.of(sites);
    StringBuilder rule = new StringBuilder("|");
    for (SiteColumn column : columns) {
      cell(column.title());
      rule.append(column.form() == SiteColumn.Form.NUMBER ? "--:|" : "---|");
    }
    page.append("|\n").append(rule).append('\n');
    for (SiteSnapshot site : members) {
      row(site, columns);
    }
  }

  private void row(SiteSnapshot site, List<SiteColumn> columns) {
    for (SiteColumn column : columns) {
      String text = column.cell(site);
      boolean name = column.form() == SiteColumn.Form.NAME;
      cell(name ? Markdown.code(text) : Markdown.text(text));
    }
    page.append("|\n");
  }

  private void cell(String markdown) {
    page.append("| ").append(markdown).append(markdown.isEmpty() ? "" : " ");
  }

  /** Lists all call sites, also those that cannot be redirected, as people patch the source. */
  private void toFix() {
    if (sites.toFix().isEmpty()) {
      return;
    }
    heading("To fix, in this order");
    Replacement replacement = new Replacement(target);
    if (target.canonical.replacement != null) {
      String before = "";
      for (Kind kind : replacement.kinds()) {
        page.append(before).append(Markdown.code(replacement.of(kind))).append(" instead of ");
        page.append(Markdown.code(replacement.construction(kind)));
        before = ", ";
      }
      page.append(":\n\n");
    }
    for (SiteSnapshot site : sites.toFix()) {
      page.append("- [ ] ").append(Markdown.code(SiteText.path(site))).append('\n');
    }
  }

  private void stays() {
    if (!target.notWoven.isEmpty()) {
      heading(Preamble.NOT_WOVEN);
    }
    for (TargetSnapshot.NotWoven notWoven : target.notWoven) {
      page.append("- ").append(Markdown.code(SiteText.of(notWoven)));
      page.append(" - ").append(notWoven.reason).append('\n');
    }
    Set<Reason> reasons = sites.reasons();
    if (!reasons.isEmpty()) {
      heading(Preamble.REASONS);
    }
    for (Reason reason : reasons) {
      page.append("- ").append(Markdown.text(reason + ": " + reason.sentence())).append('\n');
    }
  }

  private void stacks() {
    List<SiteSnapshot> traced = sites.traced();
    if (!traced.isEmpty()) {
      heading("Stacks");
    }
    for (SiteSnapshot site : traced) {
      // A blank line ends the HTML; without it, the fences would be shown as text.
      page.append("<details><summary>").append(Markdown.entities(StackLines.title(site)));
      page.append("</summary>\n\n");
      page.append(Markdown.block(StackLines.of(site)));
      page.append("\n</details>\n");
    }
  }

  private void heading(String text) {
    page.append("\n### ").append(Markdown.text(text)).append("\n\n");
  }
}
