package dev.ssot.benchmarks.run;

import dev.ssot.benchmarks.count.Variant;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Best and median iteration of each variant, and both as multiples of the bare JVM's. */
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

  void print(PrintStream out) {
    out.printf("%njava.version of the runner: %s%n", System.getProperty("java.version"));
    out.printf("%-44s %-15s %8s %8s %6s %6s%n", "", "", "best ns", "median", "×best", "×med.");
    for (Map.Entry<String, Map<Variant, List<Double>>> each : cases.entrySet()) {
      List<Double> bare = each.getValue().get(Variant.BARE);
      for (Map.Entry<Variant, List<Double>> variant : each.getValue().entrySet()) {
        List<Double> scores = variant.getValue();
        out.printf(
            "%-44s %-15s %8.2f %8.2f %6.2f %6.2f%n",
            each.getKey(),
            variant.getKey(),
            best(scores),
            median(scores),
            best(scores) / best(bare),
            median(scores) / median(bare));
      }
    }
  }

  private static double best(List<Double> scores) {
    return Collections.min(scores);
  }

  private static double median(List<Double> scores) {
    List<Double> sorted = new ArrayList<>(scores);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
