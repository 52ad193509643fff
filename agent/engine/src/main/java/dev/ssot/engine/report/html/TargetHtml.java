package dev.ssot.engine.report.html;

import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.Headline;
import dev.ssot.engine.wording.NextSteps;
import dev.ssot.engine.wording.Preamble;
import dev.ssot.engine.wording.SiteText;
import dev.ssot.engine.wording.TargetLines;
import dev.ssot.engine.wording.TargetSites;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The part of the page about one target. */
final class TargetHtml {
  private final Tags page;
  private final AgentSnapshot agent;
  private final TargetSnapshot target;
  private final TargetSites sites;

  TargetHtml(Tags page, AgentSnapshot agent, TargetSnapshot target) {
    this.page = page;
    this.agent = agent;
    this.target = target;
    this.sites = new TargetSites(target);
  }

  void write() {
    page.open("section").line();
    page.open("h2").element("code", target.className);
    if (!"app".equals(target.loader)) {
      page.text(" in ").element("code", target.loader);
    }
    page.close().line();
    Headline headline = new Headline(target);
    String severity = headline.severity().name().toLowerCase(Locale.ROOT);
    page.element("p", headline.sentence(), "class", "headline " + severity).line();
    steps();
    facts();
    groups();
    stays();
    page.close().line();
  }

  private void steps() {
    List<NextSteps.Step> steps = NextSteps.of(agent, target);
    if (steps.isEmpty()) {
      return;
    }
    page.element("h3", NextSteps.TITLE).line().open("ol").line();
    for (NextSteps.Step step : steps) {
      page.open("li").text(step.text);
      for (String command : step.commands) {
        page.empty("br").element("code", command);
      }
      page.close().line();
    }
    page.close().line();
  }

  private void facts() {
    page.open("dl").line();
    for (TargetLines.Fact fact : TargetLines.of(target, sites.allowed())) {
      page.element("dt", fact.label).element("dd", fact.text).line();
    }
    page.close().line();
  }

  private void groups() {
    SiteRows rows = new SiteRows(page, sites, agent.at);
    for (GroupSnapshot group : target.groups) {
      List<SiteSnapshot> members = sites.in(group);
      if (!members.isEmpty()) {
        page.element("h3", sites.name(group)).line();
        page.element("p", TargetSites.extent(group), "class", "extent").line();
        rows.write(members);
      }
    }
    if (sites.withoutDebugInformation()) {
      page.element("p", TargetSites.NO_DEBUG_INFORMATION).line();
    }
  }

  private void stays() {
    if (!target.notWoven.isEmpty()) {
      page.element("h3", Preamble.NOT_WOVEN).line().open("ul").line();
      for (TargetSnapshot.NotWoven notWoven : target.notWoven) {
        page.open("li").element("code", SiteText.of(notWoven));
        page.text(" - " + notWoven.reason).close().line();
      }
      page.close().line();
    }
    Set<Reason> reasons = sites.reasons();
    if (!reasons.isEmpty()) {
      page.element("h3", Preamble.REASONS).line().open("ul").line();
      for (Reason reason : reasons) {
        page.open("li").element("code", reason.toString());
        page.text(": " + reason.sentence()).close().line();
      }
      page.close().line();
    }
  }
}
