package dev.ssot.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures starts with each watcher in turn, so that a slow machine slows all of them; see
 * startup.sh.
 */
public final class Startup {
  private final Map<Watcher, List<Start>> starts = new EnumMap<>(Watcher.class);

  private Startup() {}

  /**
   * Prints medians and, against the start without an agent of the same round, paired ratios.
   *
   * @param arguments directory of the benchmarks' jar, number of rounds, command that starts Java
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path target = Path.of(arguments[0]).toAbsolutePath().normalize();
    List<String> java = List.of(arguments).subList(2, arguments.length);
    Startup startup = new Startup();
    Start.measure(Watcher.NOBODY, java, target); // fills the caches of the file system
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      startup.round(java, target);
    }
    startup.print();
  }

  private void round(List<String> java, Path target) throws IOException, InterruptedException {
    for (Watcher watcher : Watcher.values()) {
      starts
          .computeIfAbsent(watcher, first -> new ArrayList<>())
          .add(Start.measure(watcher, java, target));
    }
  }

  private void print() {
    System.out.printf("%-20s %8s %7s %8s %7s%n", "", "wall ms", "ratio", "cpu ms", "ratio");
    starts.forEach(
        (watcher, measured) ->
            System.out.printf(
                "%-20s %8.0f %7.3f %8.0f %7.3f%n",
                watcher,
                median(measured, Startup::wall),
                medianRatio(measured, Startup::wall),
                median(measured, Startup::cpu),
                medianRatio(measured, Startup::cpu)));
  }

  private static double wall(Start start) {
    return start.wall().toMillis();
  }

  private static double cpu(Start start) {
    return start.cpu().toMillis();
  }

  private double medianRatio(List<Start> measured, ToDoubleFunction<Start> time) {
    List<Start> bare = starts.get(Watcher.NOBODY);
    double[] ratios = new double[measured.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = time.applyAsDouble(measured.get(i)) / time.applyAsDouble(bare.get(i));
    }
    return median(ratios);
  }

  private static double median(List<Start> measured, ToDoubleFunction<Start> time) {
    return median(measured.stream().mapToDouble(time).toArray());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
