package dev.ssot.engine.report.html;

import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.wording.Printable;
import dev.ssot.engine.wording.SiteColumn;
import dev.ssot.engine.wording.SiteText;
import dev.ssot.engine.wording.StackLines;
import dev.ssot.engine.wording.TargetSites;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of call sites. They are numbered through all groups, in the order of repair, so that a
 * mail can be answered with a number.
 */
final class SiteRows {
  private static final String CLASS = "class";
  private static final String NUMBER = "no.";
  private static final String LAST_SEEN = "last seen";
  private static final String[] NONE = {};

  private final Tags page;
  private final List<SiteColumn> columns;
  private final Set<SiteSnapshot> traced;
  private final Instant at;
  private int number;

  /**
   * Writes nothing yet.
   *
   * @param at the moment of the report
   */
  SiteRows(Tags page, TargetSites sites, Instant at) {
    this.page = page;
    this.at = at;
    this.columns = SiteColumn.of(sites);
    this.traced = new HashSet<>(sites.traced());
  }

  void write(List<SiteSnapshot> sites) {
    page.open("table").line().open("thead").open("tr");
    page.element("th", NUMBER, CLASS, "number");
    for (SiteColumn column : columns) {
      String look = look(column);
      page.element("th", column.title(), look.isEmpty() ? NONE : new String[] {CLASS, look});
    }
    page.element("th", LAST_SEEN);
    page.close().close().line().open("tbody").line();
    for (SiteSnapshot site : sites) {
      page.open("tr").line();
      row(site);
      page.close().line();
    }
    page.close().close().line();
  }

  private void row(SiteSnapshot site) {
    number++;
    page.element("td", Printable.number(number), attributes("number", NUMBER)).line();
    for (SiteColumn column : columns) {
      page.open("td", attributes(look(column, site), column.title()));
      cell(column, site);
      page.close().line();
    }
    page.element("td", lastSeen(site), attributes("when", LAST_SEEN)).line();
  }

  /** Returns the time in UTC; with the date, where that is not the date of the report. */
  private String lastSeen(SiteSnapshot site) {
    if (site.lastSeen == null) {
      return "";
    }
    String moment = site.lastSeen.truncatedTo(ChronoUnit.SECONDS).toString();
    String date = at.toString().substring(0, "2026-01-01T".length());
    return moment.startsWith(date) ? moment.substring(date.length()) : moment.replace('T', ' ');
  }

  private void cell(SiteColumn column, SiteSnapshot site) {
    if (column == SiteColumn.CALL_SITE) {
      caller(site);
      if (!site.threads.isEmpty()) {
        page.element("div", String.join(", ", site.threads), CLASS, "threads");
      }
    } else if (column.form() == SiteColumn.Form.NAME) {
      page.element("code", column.cell(site));
    } else {
      page.text(column.cell(site));
    }
  }

  /** Returns the class of a column in the style sheet; empty for a plain one. */
  private static String look(SiteColumn column) {
    switch (column) {
      case CALL_SITE:
        return "site";
      case WHERE:
        return "where";
      default:
        return column.form() == SiteColumn.Form.NUMBER ? "number" : "";
    }
  }

  private static String look(SiteColumn column, SiteSnapshot site) {
    String verdict = site.reason == null ? "yes" : "no";
    return column == SiteColumn.REDIRECTABLE ? verdict : look(column);
  }

  /** Adds the label for narrow screens, where a row is a block and has no header above it. */
  private static String[] attributes(String look, String label) {
    return look.isEmpty()
        ? new String[] {"data-label", label}
        : new String[] {CLASS, look, "data-label", label};
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
    for (String frame : StackLines.of(site)) {
      page.open("li").element("code", frame).close().line();
    }
    page.close().close();
  }

  /** Writes the name with a paler package, after which the line may break. */
  private void name(SiteSnapshot site) {
    String caller = SiteText.caller(site);
    int end = caller.length() - SiteText.simpleCaller(site).length();
    page.open("code");
    if (end > 0) {
      page.element("span", caller.substring(0, end)).empty("wbr");
    }
    page.text(caller.substring(end)).close();
  }
}
