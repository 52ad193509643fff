package dev.ssot.benchmarks.run;

import dev.ssot.benchmarks.count.Variant;
import dev.ssot.benchmarks.table.Medians;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Cases that compare the same variants: best and median iteration of each. */
final class Table {
  private final Map<String, Map<Variant, List<Double>>> cases = new LinkedHashMap<>();

  /**
   * @param scores of iterations, in nanoseconds of CPU time a construction
   */
  @SuppressWarnings("MissingSummary") // the name says it
  void add(String name, Variant variant, List<Double> scores) {
    cases
        .computeIfAbsent(name, first -> new EnumMap<>(Variant.class))
        .computeIfAbsent(variant, first -> new ArrayList<>())
        .addAll(scores);
  }

  boolean isEmpty() {
    return cases.isEmpty();
  }

  /** Returns a row of best and median, and one of the best as a multiple of the bare JVM's. */
  String markdown() {
    Collection<Variant> variants = cases.values().iterator().next().keySet();
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add(row("", variants.stream().map(each -> "`" + each + "`").toList()));
    lines.add("|" + "---|".repeat(variants.size() + 1));
    cases.forEach(
        (name, scores) -> {
          double bare = Collections.min(scores.get(Variant.BARE));
          lines.add(row(name, scores.values().stream().map(Table::figures).toList()));
          lines.add(
              row(
                  "",
                  scores.values().stream()
                      .map(its -> "× %.2f".formatted(Collections.min(its) / bare))
                      .toList()));
        });
    return lines.toString();
  }

  private static String figures(List<Double> scores) {
    double best = Collections.min(scores);
    String format = best < 100 ? "%,.1f (%,.1f)" : "%,.0f (%,.0f)";
    return format.formatted(best, Medians.of(scores, Double::doubleValue));
  }

  private static String row(String name, List<String> cells) {
    return "| " + name + " | " + String.join(" | ", cells) + " |";
  }
}
