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
 * One line per call site, in columns that all groups of a target share: {@code File.java:line}
 * first, the caller last. A location is never shortened, and a caller only at a dot. Columns
 * without content are left out.
 */
final class SiteTable {
  private static final String INDENT = "  ";
  private static final String GAP = "  ";

  /** A longer location has a line of its own. */
  private static final int LOCATION_LIMIT = 40;

  /** The first stands at the end of the line; the second stands below it, if it is shown. */
  private static final Set<SiteColumn> APART =
      EnumSet.of(SiteColumn.CALL_SITE, SiteColumn.REDIRECTABLE);

  private final Page page;

  /** The columns in front of the caller, in order. */
  private final Map<SiteColumn, Integer> widths = new LinkedHashMap<>();

  /** Whether each row shows its reason; a reason that all rows share is shown below the table. */
  private final boolean reasons;

  SiteTable(Page page, TargetSites sites) {
    this.page = page;
    this.reasons = sites.reasonsDiffer();
    int number = widestNumber(sites);
    for (SiteColumn column : SiteColumn.of(sites)) {
      int width = column.form() == SiteColumn.Form.NUMBER ? number : widest(column, sites);
      if (!APART.contains(column) && width > 0) {
        widths.put(column, Math.max(width, column.title().length()));
      }
    }
  }

  /** Gives all numbers one width, so that they can be compared. */
  private static int widestNumber(TargetSites sites) {
    int widest = 0;
    for (SiteColumn column : SiteColumn.of(sites)) {
      if (column.form() == SiteColumn.Form.NUMBER) {
        widest = Math.max(widest, widest(column, sites));
      }
    }
    return widest;
  }

  private static int widest(SiteColumn column, TargetSites sites) {
    int widest = 0;
    for (SiteSnapshot site : sites.toFix()) {
      int width = cell(column, site).length();
      boolean apart = column == SiteColumn.WHERE && width > LOCATION_LIMIT;
      widest = Math.max(widest, apart ? 0 : width);
    }
    return widest;
  }

  void header() {
    page.add(Style.FAINT, INDENT).add(Style.FAINT, columns(SiteColumn::title));
    page.add(Style.FAINT, SiteColumn.CALL_SITE.title()).end();
  }

  void row(SiteSnapshot site) {
    page.add(INDENT);
    String location = SiteColumn.WHERE.cell(site);
    String columns = columns(column -> cell(column, site));
    int first = location.length();
    if (first > LOCATION_LIMIT) {
      page.add(Style.PLACE, location).end();
      page.add(INDENT);
      columns = columns(column -> column == SiteColumn.WHERE ? "" : cell(column, site));
      first = 0;
    }
    page.add(Style.PLACE, columns.substring(0, first)).add(columns.substring(first));
    page.add(Printable.keepEnd(SiteColumn.CALL_SITE.cell(site), Page.WIDTH - callerColumn()));
    page.end();
    if (reasons && site.reason != null) {
      remark("stays as it is: " + site.reason);
    } else if (site.reason == null && !Redirectable.restrictions(site).isEmpty()) {
      remark(String.join(", ", Redirectable.restrictions(site)));
    }
  }

  private void remark(String text) {
    page.paragraph(Style.WARNING, INDENT + INDENT, text);
  }

  private String columns(Function<SiteColumn, String> cells) {
    StringBuilder columns = new StringBuilder();
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
    return INDENT.length() + columns(column -> "").length();
  }

  private static String cell(SiteColumn column, SiteSnapshot site) {
    return column.isUsual(site) ? "" : column.cell(site);
  }
}
