package dev.ssot.engine.report.html;

import dev.ssot.engine.detect.snapshot.SiteSnapshot;
import dev.ssot.engine.report.wording.Place;
import dev.ssot.engine.report.wording.Printable;
import dev.ssot.engine.report.wording.Redirectable;
import dev.ssot.engine.report.wording.StackLines;
import dev.ssot.engine.report.wording.TargetSites;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of call sites. They are numbered through all groups, in the order of repair, so that a
 * mail can be answered with a number.
 */
final class SiteRows {
  private static final String CLASS = "class";

  private final Tags page;
  private final boolean redirects;
  private final Set<SiteSnapshot> traced;
  private int number;

  SiteRows(Tags page, TargetSites sites) {
    this.page = page;
    this.redirects = sites.anyRedirect();
    this.traced = new HashSet<>(sites.traced());
  }

  void write(List<SiteSnapshot> sites) {
    page.open("table").line().open("thead").open("tr");
    page.element("th", "no.", CLASS, "number");
    page.element("th", "call site", CLASS, "site").element("th", "where").element("th", "kind");
    page.element("th", "made", CLASS, "number").element("th", "live", CLASS, "number");
    if (redirects) {
      page.element("th", "redirected", CLASS, "number");
    }
    page.element("th", "redirectable").close().close().line().open("tbody").line();
    for (SiteSnapshot site : sites) {
      page.open("tr").line();
      row(site);
      page.close().line();
    }
    page.close().close().line();
  }

  private void row(SiteSnapshot site) {
    number++;
    count("no.", number);
    page.open("td", CLASS, "site", "data-label", "call site");
    caller(site);
    page.close().line();
    page.open("td", CLASS, "where", "data-label", "where");
    page.element("code", Place.location(site)).close();
    page.element("td", site.kind.toString(), "data-label", "kind").line();
    count("made", site.constructions);
    count("live", site.live);
    if (redirects) {
      count("redirected", site.redirects);
    }
    String answer = Redirectable.of(site);
    String look = site.reason == null ? "yes" : "no";
    page.element("td", answer, CLASS, look, "data-label", "redirectable").line();
  }

  /** The label is for narrow screens, where a row is a block and has no header above it. */
  private void count(String label, long count) {
    page.element("td", Printable.number(count), CLASS, "number", "data-label", label);
  }

  private void caller(SiteSnapshot site) {
    if (!traced.contains(site)) {
      name(site);
      return;
    }
    page.open("details").open("summary");
    name(site);
    page.close().line();
    page.element("p", StackLines.title(site), CLASS, "extent").line();
    page.open("ul", CLASS, "stack").line();
    for (String frame : StackLines.of(site.stacks.get(0).frames)) {
      page.open("li").element("code", frame).close().line();
    }
    page.close().close();
  }

  /** The package fades, and a line may break behind it. */
  private void name(SiteSnapshot site) {
    String caller = Place.caller(site);
    int end = caller.length() - Place.simpleCaller(site).length();
    page.open("code");
    if (end > 0) {
      page.element("span", caller.substring(0, end)).empty("wbr");
    }
    page.text(caller.substring(end)).close();
  }
}
