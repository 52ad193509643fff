package dev.ssot.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;

/** A row of the agent's attribute {@code Targets}, in words and for programs. */
final class TargetLine {
  private final CompositeData row;

  TargetLine(CompositeData row) {
    this.row = row;
  }

  static List<TargetLine> of(Collection<CompositeData> rows) {
    List<TargetLine> lines = new ArrayList<>();
    for (CompositeData each : rows) {
      lines.add(new TargetLine(each));
    }
    return lines;
  }

  /** Adds up the duplicates of all targets. */
  static long duplicates(List<TargetLine> targets) {
    long sum = 0;
    for (TargetLine each : targets) {
      sum += each.duplicates();
    }
    return sum;
  }

  String className() {
    return (String) row.get("className");
  }

  long duplicates() {
    return number("duplicates");
  }

  private long number(String column) {
    return ((Number) row.get(column)).longValue();
  }

  private boolean isExact() {
    return (Boolean) row.get("exact");
  }

  /** Says all in one line. */
  String sentence() {
    StringBuilder line = new StringBuilder(className());
    line.append(": ").append(isExact() ? "" : "at least ").append(duplicates());
    line.append(duplicates() == 1 ? " duplicate, " : " duplicates, ");
    line.append(number("live")).append(" alive, ");
    line.append(number("constructions")).append(" constructed at ");
    line.append(number("callSites"))
        .append(number("callSites") == 1 ? " call site" : " call sites");
    add(line, "redirects", " redirected");
    add(line, "failed", " failed");
    add(line, "refusals", " refused");
    line.append(", mode ").append(row.get("mode"));
    addReason(line, "canonicalReason", "canonical instance: ");
    addReason(line, "inexactReason", "not exact: ");
    return line.toString();
  }

  private void add(StringBuilder line, String column, String what) {
    if (number(column) > 0) {
      line.append(", ").append(number(column)).append(what);
    }
  }

  private void addReason(StringBuilder line, String column, String what) {
    if (row.get(column) != null) {
      line.append("; ").append(what).append(row.get(column));
    }
  }

  /** Returns all columns, by their names in the report. */
  Map<String, Object> columns() {
    return columns(row);
  }

  /** Returns all columns of a row. */
  static Map<String, Object> columns(CompositeData row) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (String each : row.getCompositeType().keySet()) {
      columns.put(each, row.get(each));
    }
    return columns;
  }
}
