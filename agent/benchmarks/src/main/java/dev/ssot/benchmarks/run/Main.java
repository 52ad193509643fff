package dev.ssot.benchmarks.run;

import dev.ssot.benchmarks.count.Variant;
import dev.ssot.benchmarks.table.Document;
import dev.ssot.benchmarks.table.MeasuredJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures every benchmark in every variant, one after the other, so that what slows the machine
 * down for a while slows all of them. Each has JVMs of its own. See docs/performance.md.
 */
public final class Main {
  /** In the order of the tables, with what a row calls them. */
  private static final Map<String, String> BENCHMARKS = new LinkedHashMap<>();

  private static final String REDIRECT = "RedirectBenchmark.construct";

  static {
    BENCHMARKS.put("TargetBenchmark.construct", "`new X()`, observed");
    BENCHMARKS.put("TargetBenchmark.awaited", "`new X()`, observed, thread awaited");
    BENCHMARKS.put("TargetBenchmark.library", "`new X()` in a library, observed");
    BENCHMARKS.put("TargetBenchmark.reference", "`X::new`, observed");
    BENCHMARKS.put("TargetBenchmark.reflection", "`Constructor.newInstance`, observed");
    BENCHMARKS.put("BystanderBenchmark.construct", "`new Y()`, no target");
    BENCHMARKS.put("BystanderBenchmark.reflection", "`Constructor.newInstance`, no target");
    BENCHMARKS.put(REDIRECT, "`new X()`, redirected");
    BENCHMARKS.put("GetterBenchmark.pool", "`currentPool()`, of a class");
    BENCHMARKS.put("GetterBenchmark.client", "`currentClient()`, of an interface");
    BENCHMARKS.put("GetterBenchmark.getter", "`getClient()`, of an interface");
  }

  private final Settings settings;
  private final Table constructions = new Table();
  private final Table redirects = new Table();
  private final Table getters = new Table();

  private Main(Settings settings) {
    this.settings = settings;
  }

  /**
   * Runs all benchmarks. Exits with a status other than 0 if one fails, such as when an agent did
   * not count.
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    new Main(Settings.ofThisJvm()).run();
  }

  private void run() throws RunnerException, IOException {
    for (int threads : settings.threads()) {
      for (String benchmark : BENCHMARKS.keySet()) {
        if (settings.only().matcher(benchmark).find()) {
          compare(benchmark, threads);
        }
      }
    }
    if (settings.brief()) {
      System.out.println("All benchmarks ran, and what they constructed was counted.");
    } else {
      int version = MeasuredJvm.version(List.of(settings.java()));
      write("constructions " + version, constructions);
      write("redirects " + version, redirects);
      write("getters " + version, getters);
    }
  }

  private static void write(String name, Table table) {
    if (!table.isEmpty()) {
      Document.write(name, table.markdown());
    }
  }

  /** Runs several rounds of all variants instead of several forks of each variant. */
  private void compare(String benchmark, int threads) throws RunnerException {
    for (int round = 0; round < settings.rounds(); round++) {
      for (Variant variant : settings.chosen()) {
        if (variant.isAbout(benchmark)) {
          String name = BENCHMARKS.get(benchmark) + ", threads: " + threads;
          table(benchmark).add(name, variant, measure(benchmark, threads, variant));
        }
      }
    }
  }

  private Table table(String benchmark) {
    if (benchmark.startsWith("Getter")) {
      return getters;
    }
    return benchmark.equals(REDIRECT) ? redirects : constructions;
  }

  private List<Double> measure(String benchmark, int threads, Variant variant)
      throws RunnerException {
    Path here = settings.directory();
    List<String> jvm =
        variant.jvmArguments(
            here.resolve("../../dist/target/ssot-agent.jar").normalize(),
            here.resolve("aspectjweaver.jar"));
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(benchmark.replace(".", "\\.") + "$")
            .threads(threads)
            .forks(1)
            .warmupIterations(settings.warmups())
            .measurementIterations(settings.iterations())
            .warmupTime(TimeValue.milliseconds(settings.millis()))
            .measurementTime(TimeValue.milliseconds(settings.millis()))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .addProfiler(CpuTime.class)
            .jvmArgsAppend(jvm.toArray(String[]::new));
    options.jvm(settings.java());
    return scores(new Runner(options.build()).run());
  }

  private static List<Double> scores(Iterable<RunResult> results) {
    List<Double> scores = new ArrayList<>();
    for (RunResult result : results) {
      result.getBenchmarkResults().stream()
          .flatMap(fork -> fork.getIterationResults().stream())
          .forEach(
              iteration ->
                  scores.add(iteration.getSecondaryResults().get(CpuTime.LABEL).getScore()));
    }
    return scores;
  }
}
