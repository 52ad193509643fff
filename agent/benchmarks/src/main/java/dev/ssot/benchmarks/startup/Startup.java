package dev.ssot.benchmarks.startup;

import dev.ssot.benchmarks.table.Document;
import dev.ssot.benchmarks.table.MeasuredJvm;
import dev.ssot.benchmarks.table.Medians;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures starts with each watcher in turn, so that a slow machine slows all of them; see
 * startup.sh.
 */
public final class Startup {
  private final Path built;
  private final Path compiled;
  private final List<String> java;
  private final Map<Software, Map<Watcher, List<Start>>> starts = new EnumMap<>(Software.class);

  private Startup(Path built, Path compiled, List<String> java) {
    this.built = built;
    this.compiled = compiled;
    this.java = java;
  }

  /**
   * Writes a table of medians and, against the start without an agent of the same round, paired
   * ratios.
   *
   * @param arguments directory of the benchmarks' jar, number of rounds, command that starts Java
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path built = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path compiled = Files.createTempDirectory("hello");
    HelloWorld.write(compiled);
    List<String> java = List.of(arguments).subList(2, arguments.length);
    var startup = new Startup(built, compiled, java);
    int version = MeasuredJvm.version(java);
    for (Software software : Software.values()) {
      if (version >= software.since) {
        startup.measure(software, Integer.parseInt(arguments[1]));
      }
    }
    Document.write("start " + version, startup.table());
  }

  private void measure(Software software, int rounds) throws IOException, InterruptedException {
    Map<Watcher, List<Start>> measured = new EnumMap<>(Watcher.class);
    Start.measure(software, Watcher.NOBODY, java, built, compiled); // fills the caches of the disk
    for (int round = 0; round < rounds; round++) {
      for (Watcher watcher : Watcher.values()) {
        if (watcher.isAbout(software)) {
          measured
              .computeIfAbsent(watcher, first -> new ArrayList<>())
              .add(Start.measure(software, watcher, java, built, compiled));
        }
      }
    }
    starts.put(software, measured);
  }

  private String table() {
    StringBuilder table = new StringBuilder(128);
    table.append("| | wall ms | ratio | CPU ms | ratio |\n|---|---|---|---|---|\n");
    starts.forEach(
        (software, measured) ->
            measured.forEach(
                (watcher, its) ->
                    table.append(
                        "| %s, %s | %,.0f | %.2f | %,.0f | %.2f |%n"
                            .formatted(
                                software,
                                watcher,
                                Medians.of(its, Start::wall),
                                ratio(its, measured.get(Watcher.NOBODY), Start::wall),
                                Medians.of(its, Start::cpu),
                                ratio(its, measured.get(Watcher.NOBODY), Start::cpu)))));
    return table.toString();
  }

  private static double ratio(List<Start> its, List<Start> plain, ToDoubleFunction<Start> time) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < its.size(); i++) {
      ratios.add(time.applyAsDouble(its.get(i)) / time.applyAsDouble(plain.get(i)));
    }
    return Medians.of(ratios, Double::doubleValue);
  }
}
