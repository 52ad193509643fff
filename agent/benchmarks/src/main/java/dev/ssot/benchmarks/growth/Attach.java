package dev.ssot.benchmarks.growth;

import dev.ssot.benchmarks.table.Document;
import dev.ssot.benchmarks.table.MeasuredJvm;
import dev.ssot.benchmarks.table.Medians;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures an attach to a process that has loaded twenty thousand classes and goes on constructing:
 * how long the command takes, and for how long the JVM stops at most; see attach.sh.
 */
public final class Attach {
  private static final List<Integer> SIZES = List.of(1, 10, 100, 1_000);

  /** A stop in which classes are replaced, and its nanoseconds, as 11 and later log it. */
  private static final Pattern STOP =
      Pattern.compile("Safepoint \"RedefineClasses\".*Total: +(\\d+) ns");

  private static final Pattern SECONDS = Pattern.compile("attached in ([0-9.]+) s, mode observe");
  private static final Pattern COUNTED = Pattern.compile(" [1-9]\\d* constructed at ");
  private static final Pattern LOADED = Pattern.compile("loaded (\\d+)");

  private final Path directory;
  private final String agent;
  private final List<String> java;
  private final Map<Integer, List<Run>> runs = new LinkedHashMap<>();
  private int loaded;

  private Attach(Path directory, String agent, List<String> java) {
    this.directory = directory;
    this.agent = agent;
    this.java = java;
  }

  /**
   * Writes a table of medians.
   *
   * @param arguments the agent's jar, number of rounds, command that starts Java
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("attach");
    GrownApplication.writeWithOthers(directory);
    List<String> java = List.of(arguments).subList(2, arguments.length);
    var attach = new Attach(directory, arguments[0], java);
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      for (int size : SIZES) {
        attach.runs.computeIfAbsent(size, first -> new ArrayList<>()).add(attach.run(size));
      }
    }
    Document.write("attach " + MeasuredJvm.version(java), attach.table());
  }

  private Run run(int targets) throws IOException, InterruptedException {
    Path log = directory.resolve("stops.txt");
    Path output = directory.resolve("output.txt");
    Files.deleteIfExists(output);
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "-Xlog:safepoint:file=" + log,
            "-cp",
            directory.resolve("classes").toString(),
            "grown.Busy"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      loaded = awaitLoaded(process, output);
      return attach(process.pid(), targets, log);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static int awaitLoaded(Process process, Path output)
      throws IOException, InterruptedException {
    while (process.isAlive()) {
      Matcher told = LOADED.matcher(Files.exists(output) ? Files.readString(output) : "");
      if (told.find()) {
        return Integer.parseInt(told.group(1));
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException(Files.readString(output));
  }

  private Run attach(long pid, int targets, Path log) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            java.get(0),
            "-jar",
            agent,
            "attach",
            Long.toString(pid),
            "--targets",
            GrownApplication.targets(targets),
            "--log",
            "none");
    long began = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Duration wall = Duration.ofNanos(System.nanoTime() - began);
    Matcher seconds = SECONDS.matcher(told);
    if (process.waitFor() != 0 || !seconds.find()) {
      throw new IllegalStateException(told);
    }
    awaitWatched(pid, targets);
    return new Run(wall, Double.parseDouble(seconds.group(1)), longestStop(log));
  }

  /** Asks until every target is watched: an attach that left some out would be fast. */
  private void awaitWatched(long pid, int targets) throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      Process process =
          new ProcessBuilder(java.get(0), "-jar", agent, "status", Long.toString(pid))
              .redirectErrorStream(true)
              .start();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (told.lines().filter(line -> COUNTED.matcher(line).find()).count() == targets) {
        return;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("not all of " + targets + " targets are counted");
  }

  private static Duration longestStop(Path log) throws IOException {
    long longest = 0;
    Matcher stop = STOP.matcher(Files.readString(log));
    while (stop.find()) {
      longest = Math.max(longest, Long.parseLong(stop.group(1)));
    }
    return Duration.ofNanos(longest);
  }

  private String table() {
    StringBuilder table = new StringBuilder(500);
    table.append("| targets, of ").append("%,d".formatted(loaded)).append(" loaded classes ");
    table.append("| command, seconds | of it attached in, seconds | longest stop, ms |\n");
    table.append("|---|---|---|---|\n");
    for (Map.Entry<Integer, List<Run>> size : runs.entrySet()) {
      List<Run> all = size.getValue();
      table.append(
          "| %,d | %.1f | %.1f | %.0f |%n"
              .formatted(
                  size.getKey(),
                  Medians.of(all, run -> run.command().toMillis()) / 1e3,
                  Medians.of(all, Run::seconds),
                  Medians.of(all, run -> run.stop().toNanos()) / 1e6));
    }
    return table.toString();
  }

  /** One attach. */
  private record Run(Duration command, double seconds, Duration stop) {}
}
