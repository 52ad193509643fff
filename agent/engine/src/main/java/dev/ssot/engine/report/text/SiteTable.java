package dev.ssot.engine.report.text;

import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.wording.Printable;
import dev.ssot.engine.wording.Redirectable;
import dev.ssot.engine.wording.SiteColumn;
import dev.ssot.engine.wording.TargetSites;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One line per call site, in columns that all groups of a target share: numbers first. The last
 * column is {@code File.java:line}, which is never shortened; the caller is. Columns without
 * content are left out.
 */
final class SiteTable {
  private static final String INDENT = "  ";
  private static final String GAP = "  ";

  /** A longer location takes room from the caller of its own line only. */
  private static final int LOCATION_LIMIT = 28;

  private static final int SHORTEST_CALLER = 16;

  /** The first two are at the end of the line; the third stands below it, if it is shown. */
  private static final Set<SiteColumn> APART =
      EnumSet.of(SiteColumn.CALL_SITE, SiteColumn.WHERE, SiteColumn.REDIRECTABLE);

  private final Page page;

  /** The columns in front of the caller, in order. */
  private final Map<SiteColumn, Integer> widths = new LinkedHashMap<>();

  private final int callers;

  /** Whether each row shows its reason; a reason that all rows share is shown below the table. */
  private final boolean reasons;

  SiteTable(Page page, TargetSites sites) {
    this.page = page;
    this.reasons = sites.reasonsDiffer();
    addNumbers(sites);
    addWords(sites);
    int locations = SiteColumn.WHERE.title().length();
    for (SiteSnapshot site : sites.toFix()) {
      int location = SiteColumn.WHERE.cell(site).length();
      locations = Math.max(locations, location > LOCATION_LIMIT ? 0 : location);
    }
    int widest =
        Math.max(SiteColumn.CALL_SITE.title().length(), widest(SiteColumn.CALL_SITE, sites));
    this.callers = Math.min(widest, Page.WIDTH - callerColumn() - GAP.length() - locations);
  }

  /** Gives all numbers one width, so that they can be compared. */
  private void addNumbers(TargetSites sites) {
    int widest = 0;
    for (SiteColumn column : SiteColumn.of(sites)) {
      if (column.form() == SiteColumn.Form.NUMBER) {
        widest = Math.max(widest, widest(column, sites));
      }
    }
    for (SiteColumn column : SiteColumn.of(sites)) {
      if (column.form() == SiteColumn.Form.NUMBER) {
        widths.put(column, Math.max(widest, column.title().length()));
      }
    }
  }

  private void addWords(TargetSites sites) {
    for (SiteColumn column : SiteColumn.of(sites)) {
      int width = widest(column, sites);
      if (!widths.containsKey(column) && !APART.contains(column) && width > 0) {
        widths.put(column, Math.max(width, column.title().length()));
      }
    }
  }

  private static int widest(SiteColumn column, TargetSites sites) {
    int widest = 0;
    for (SiteSnapshot site : sites.toFix()) {
      widest = Math.max(widest, cell(column, site).length());
    }
    return widest;
  }

  void header() {
    String caller = Printable.left(SiteColumn.CALL_SITE.title(), callers);
    String left = columns(SiteColumn::title) + caller;
    page.add(Style.FAINT, left + GAP + SiteColumn.WHERE.title()).end();
  }

  void row(SiteSnapshot site) {
    String caller = SiteColumn.CALL_SITE.cell(site);
    String location = SiteColumn.WHERE.cell(site);
    page.add(columns(column -> cell(column, site)));
    int room = Page.WIDTH - callerColumn() - GAP.length() - location.length();
    if (room < SHORTEST_CALLER) {
      page.add(Printable.keepEnd(caller, Page.WIDTH - callerColumn())).end();
      page.add(Printable.spaces(Math.min(callerColumn(), Page.WIDTH - location.length())));
    } else {
      int width = Math.min(callers, room);
      page.add(Printable.left(Printable.keepEnd(caller, width), width)).add(GAP);
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

  private String columns(Function<SiteColumn, String> cells) {
    StringBuilder columns = new StringBuilder(INDENT);
    for (Map.Entry<SiteColumn, Integer> each : widths.entrySet()) {
      String cell = cells.apply(each.getKey());
      boolean number = each.getKey().form() == SiteColumn.Form.NUMBER;
      columns.append(
          number ? Printable.right(cell, each.getValue()) : Printable.left(cell, each.getValue()));
      columns.append(GAP);
    }
    return columns.toString();
  }

  private int callerColumn() {
    return columns(column -> "").length();
  }

  private static String cell(SiteColumn column, SiteSnapshot site) {
    return column.isUsual(site) ? "" : column.cell(site);
  }
}
