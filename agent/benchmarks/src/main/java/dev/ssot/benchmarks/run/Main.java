package dev.ssot.benchmarks.run;

import dev.ssot.benchmarks.count.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private static final String[] BENCHMARKS = {
    "TargetBenchmark.construct",
    "TargetBenchmark.reference",
    "TargetBenchmark.reflection",
    "BystanderBenchmark.construct",
    "BystanderBenchmark.reflection",
    "RedirectBenchmark.construct",
  };

  private final Settings settings;
  private final Table table = new Table();

  private Main(Settings settings) {
    this.settings = settings;
  }

  /**
   * Runs all benchmarks. Exits with a status other than 0 if one fails, such as when an agent did
   * not count.
   */
  public static void main(String[] arguments) throws RunnerException {
    new Main(Settings.ofThisJvm()).run();
  }

  private void run() throws RunnerException {
    for (int threads : settings.threads()) {
      for (String benchmark : BENCHMARKS) {
        if (settings.only().matcher(benchmark).find()) {
          compare(benchmark, threads);
        }
      }
    }
    if (settings.brief()) {
      System.out.println("All benchmarks ran, and what they constructed was counted.");
    } else {
      table.print(System.out);
    }
  }

  /** Runs several rounds of all variants instead of several forks of each variant. */
  private void compare(String benchmark, int threads) throws RunnerException {
    for (int round = 0; round < settings.rounds(); round++) {
      for (Variant variant : settings.chosen()) {
        if (variant.isAbout(benchmark)) {
          table.add(
              benchmark + ", threads: " + threads, variant, measure(benchmark, threads, variant));
        }
      }
    }
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
    if (settings.jvm() != null) {
      options.jvm(settings.jvm());
    }
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
