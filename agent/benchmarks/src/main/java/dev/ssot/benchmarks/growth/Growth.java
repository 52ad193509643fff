package dev.ssot.benchmarks.growth;

import dev.ssot.benchmarks.table.Document;
import dev.ssot.benchmarks.table.Medians;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Measures how the cost grows with the number of targets, in turns, so that a slow machine slows
 * all of them; see growth.sh.
 */
public final class Growth {
  /** Of the runs without an agent, in place of a number of targets. */
  private static final int NOBODY = 0;

  private final Path classes;
  private final String agent;
  private final List<String> java;
  private final Map<Integer, List<Run>> runs = new LinkedHashMap<>();

  private Growth(Path classes, String agent, List<String> java) {
    this.classes = classes;
    this.agent = agent;
    this.java = java;
  }

  /**
   * Writes a table of, for each number of targets, medians, what they are more than without an
   * agent for each target, and a chart.
   *
   * @param arguments the agent's jar, number of rounds, command that starts Java
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("growth");
    Path classes = GrownApplication.write(directory);
    List<String> java = List.of(arguments).subList(2, arguments.length);
    var growth = new Growth(classes, arguments[0], java);
    growth.run(NOBODY); // fills the caches of the file system
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      growth.round();
    }
    Document.write("targets", growth.table());
  }

  private void round() throws IOException, InterruptedException {
    runs.computeIfAbsent(NOBODY, first -> new ArrayList<>()).add(run(NOBODY));
    for (int size : GrownApplication.SIZES) {
      runs.computeIfAbsent(size, first -> new ArrayList<>()).add(run(size));
    }
  }

  private Run run(int targets) throws IOException, InterruptedException {
    Path report = classes.resolve("report.json");
    List<String> command = new ArrayList<>(java);
    if (targets != NOBODY) {
      command.add(
          "-javaagent:%s=targets=%s,log=none,report=%s"
              .formatted(agent, GrownApplication.targets(targets), report));
    }
    command.addAll(List.of("-cp", classes.toString(), "grown.Main"));
    Path output = classes.resolve("output.txt");
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    Duration cpu = Duration.ZERO;
    while (process.isAlive()) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      Thread.sleep(5);
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - began);
    String printed = Files.readString(output).strip();
    if (process.exitValue() != 0 || !printed.startsWith("heap ")) {
      throw new IllegalStateException(command + " ended with " + process.exitValue());
    }
    if (targets != NOBODY) {
      check(targets, Files.readString(report));
    }
    return new Run(wall, cpu, Long.parseLong(printed.substring("heap ".length())));
  }

  /** Checks that each construction of each target was counted: an agent that sleeps is fast. */
  private static void check(int targets, String report) {
    int each = GrownApplication.TIMES * GrownApplication.SITES;
    long exact =
        Arrays.stream(report.split("\"loader\"", -1))
            .filter(part -> part.matches("(?s).*?\"constructions\"\\s*:\\s*" + each + "\\D.*"))
            .count();
    if (exact != targets) {
      throw new IllegalStateException("counted exactly: %d of %d".formatted(exact, targets));
    }
  }

  private String table() {
    StringBuilder table = new StringBuilder(1_000);
    table.append("| targets | wall ms | CPU ms | heap MB | CPU ms more, each |");
    table.append(" heap KB more, each |\n|---|---|---|---|---|---|\n");
    double cpu = median(NOBODY, Growth::cpu);
    double heap = median(NOBODY, Growth::heap);
    for (int size : runs.keySet()) {
      double moreCpu = median(size, Growth::cpu) - cpu;
      double moreHeap = median(size, Growth::heap) - heap;
      table.append(
          "| %,d | %,.0f | %,.0f | %.1f | %s | %s |%n"
              .formatted(
                  size,
                  median(size, run -> run.wall().toMillis()),
                  median(size, Growth::cpu),
                  median(size, Growth::heap) / 1e6,
                  size == NOBODY ? "–" : "%,.1f".formatted(moreCpu / size),
                  size == NOBODY ? "–" : "%,.1f".formatted(moreHeap / size / 1e3)));
    }
    return table.append(chart()).toString();
  }

  private String chart() {
    return """

        ```mermaid
        xychart-beta
            title "CPU ms by number of targets"
            x-axis [%s]
            y-axis "CPU ms"
            bar [%s]
        ```
        """
        .formatted(
            joined(String::valueOf), joined(size -> "%.0f".formatted(median(size, Growth::cpu))));
  }

  private String joined(IntFunction<String> text) {
    return runs.keySet().stream().map(text::apply).collect(Collectors.joining(", "));
  }

  private static double cpu(Run run) {
    return run.cpu().toMillis();
  }

  private static double heap(Run run) {
    return run.heap();
  }

  private double median(int size, ToDoubleFunction<Run> figure) {
    return Medians.of(runs.get(size), figure);
  }

  /**
   * One run of the application.
   *
   * @param heap bytes that are used after a collection
   */
  private record Run(Duration wall, Duration cpu, long heap) {}
}
