package dev.ssot.engine.report.text;

import dev.ssot.engine.detect.Kind;
import dev.ssot.engine.detect.snapshot.SiteSnapshot;
import dev.ssot.engine.report.wording.Place;
import dev.ssot.engine.report.wording.Printable;
import dev.ssot.engine.report.wording.Redirectable;
import dev.ssot.engine.report.wording.TargetSites;

/**
 * One line per call site, in columns that all groups of a target share. The last column is {@code
 * File.java:line}, whole; the caller gives way. Columns that would say nothing are left out.
 */
final class SiteTable {
  private static final String INDENT = "  ";
  private static final String GAP = "  ";

  /** Longer ones push their own line's caller aside, not everyone's. */
  private static final int LOCATION_LIMIT = 28;

  private static final int SHORTEST_CALLER = 16;

  private final Page page;
  private final int numbers;
  private final int kinds;
  private final boolean redirects;
  private final int callers;

  /** Whether each row says why it stays as it is; a reason of all of them stands below. */
  private final boolean reasons;

  SiteTable(Page page, TargetSites sites) {
    this.page = page;
    this.reasons = sites.reasonsDiffer();
    this.redirects = sites.anyRedirect();
    int numberWidth = "made".length();
    int kindWidth = 0;
    int callerWidth = "call site".length();
    int locationWidth = "where".length();
    for (SiteSnapshot site : sites.toFix()) {
      numberWidth = Math.max(numberWidth, Printable.number(site.constructions).length());
      kindWidth = Math.max(kindWidth, kind(site).length());
      callerWidth = Math.max(callerWidth, Place.caller(site).length());
      int location = Place.location(site).length();
      locationWidth = Math.max(locationWidth, location > LOCATION_LIMIT ? 0 : location);
    }
    this.numbers = numberWidth;
    this.kinds = kindWidth;
    this.callers =
        Math.min(callerWidth, Page.WIDTH - callerColumn() - GAP.length() - locationWidth);
  }

  void header() {
    String left = columns("made", "live", "redirected", kinds > 0 ? "kind" : "");
    page.add(Style.FAINT, left + Printable.left("call site", callers) + GAP + "where").end();
  }

  void row(SiteSnapshot site) {
    String location = Place.location(site);
    page.add(
        columns(
            Printable.number(site.constructions),
            Printable.number(site.live),
            Printable.number(site.redirects),
            kind(site)));
    int room = Page.WIDTH - callerColumn() - GAP.length() - location.length();
    if (room < SHORTEST_CALLER) {
      page.add(Printable.keepEnd(Place.caller(site), Page.WIDTH - callerColumn())).end();
      page.add(Printable.spaces(Math.min(callerColumn(), Page.WIDTH - location.length())));
    } else {
      int width = Math.min(callers, room);
      page.add(Printable.left(Printable.keepEnd(Place.caller(site), width), width)).add(GAP);
    }
    page.add(Style.PLACE, location).end();
    if (reasons && site.reason != null) {
      remark("stays as it is: " + site.reason);
    } else if (site.argumentsIgnored) {
      remark(Redirectable.ARGUMENTS_IGNORED);
    }
  }

  private void remark(String text) {
    page.paragraph(Style.WARNING, Printable.spaces(callerColumn()), text);
  }

  private String columns(String made, String live, String redirected, String kind) {
    StringBuilder columns = new StringBuilder(INDENT);
    columns.append(Printable.right(made, numbers)).append(GAP);
    columns.append(Printable.right(live, numbers)).append(GAP);
    if (redirects) {
      columns.append(Printable.right(redirected, "redirected".length())).append(GAP);
    }
    if (kinds > 0) {
      columns.append(Printable.left(kind, kinds)).append(GAP);
    }
    return columns.toString();
  }

  private int callerColumn() {
    return columns("", "", "", "").length();
  }

  private static String kind(SiteSnapshot site) {
    return site.kind == Kind.NEW ? "" : site.kind.toString();
  }
}
