package dev.ssot.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One start.
 *
 * @param wall from the start of the process to the end of the start, in milliseconds
 * @param cpu user and system time until then, in milliseconds; of a process that ends, until the
 *     last look
 */
record Start(double wall, double cpu) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * Starts the software, waits for the end of its start and stops it.
   *
   * @param built where the benchmarks' jar is
   * @param compiled where {@link HelloWorld} was written to
   * @throws IllegalStateException if it does not start, or the watching agent did not see the
   *     target
   */
  static Start measure(
      Software software, Watcher watcher, List<String> java, Path built, Path compiled)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("startup", ".log");
    Path report = Files.createTempFile("startup", ".json");
    int port = Software.freePort();
    List<String> command = new ArrayList<>(java);
    command.addAll(watcher.jvmArguments(software, built, compiled, report));
    command.addAll(software.arguments(built, compiled, port));
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      Duration cpu = awaitStart(software, process, port, log);
      Duration wall = Duration.ofNanos(System.nanoTime() - began);
      stop(process);
      check(software, watcher, Files.readString(log), Files.readString(report));
      return new Start(wall.toNanos() / 1e6, cpu.toNanos() / 1e6);
    } finally {
      process.destroyForcibly();
      Files.delete(log);
      Files.delete(report);
    }
  }

  private static Duration awaitStart(Software software, Process process, int port, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Duration cpu = Duration.ZERO;
    while (!software.hasStarted(process, port)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      boolean failed = software != Software.HELLO_WORLD && !process.isAlive();
      if (failed || System.nanoTime() > deadline) {
        throw new IllegalStateException("it does not start: " + Files.readString(log));
      }
      Thread.sleep(software == Software.HELLO_WORLD ? 2 : 10);
    }
    return process.info().totalCpuDuration().orElse(cpu);
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not stop");
    }
  }

  /** Checks that the agent saw the constructions: one that saw nothing would prove nothing. */
  private static void check(Software software, Watcher watcher, String log, String report) {
    int redirects = watcher == Watcher.SSOT_ENFORCE ? software.constructions - 1 : 0;
    boolean seen =
        switch (watcher) {
          case SSOT, SSOT_ENFORCE ->
              has(report, "constructions", software.constructions - redirects)
                  && has(report, "redirects", redirects);
          case ASPECTJ -> log.split("seen by AspectJ", -1).length - 1 == software.constructions;
          case SSOT_WITHOUT_MATCH -> log.contains("no class matched");
          case NOBODY, EMPTY_AGENT -> true;
        };
    if (!seen) {
      throw new IllegalStateException(watcher + " did not do its work: " + log + report);
    }
  }

  private static boolean has(String report, String field, int value) {
    return report.matches("(?s).*\"%s\"\\s*:\\s*%d\\D.*".formatted(field, value));
  }
}
