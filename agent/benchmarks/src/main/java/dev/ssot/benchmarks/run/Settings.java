package dev.ssot.benchmarks.run;

import dev.ssot.benchmarks.count.Variant;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is measured, and for how long.
 *
 * @param brief only check that everything runs and counts; the times mean nothing
 * @param java path of the {@code java} to measure
 * @param directory where the benchmarks' jar is
 */
record Settings(
    boolean brief,
    List<Integer> threads,
    List<Variant> chosen,
    Pattern only,
    int rounds,
    int warmups,
    int iterations,
    int millis,
    String java,
    Path directory) {

  /** Reads the system properties {@code benchmarks.*}: see docs/performance.md. */
  static Settings ofThisJvm() {
    boolean brief = !System.getProperty("benchmarks.short", "false").equals("false");
    return new Settings(
        brief,
        brief ? List.of(2) : numbers(System.getProperty("benchmarks.threads", "1,2")),
        variants(),
        Pattern.compile(System.getProperty("benchmarks.only", "")),
        brief ? 1 : Integer.getInteger("benchmarks.rounds", 3),
        brief ? 1 : 10,
        brief ? 1 : 10,
        brief ? 300 : 500,
        System.getProperty(
            "benchmarks.jvm", Path.of(System.getProperty("java.home"), "bin", "java").toString()),
        ofTheJar());
  }

  private static List<Integer> numbers(String list) {
    return Arrays.stream(list.split(",", -1)).map(Integer::valueOf).toList();
  }

  /** Returns the variants that are named, or all of them; the bare JVM is always included. */
  private static List<Variant> variants() {
    Pattern wanted = Pattern.compile(System.getProperty("benchmarks.variants", ""));
    return Arrays.stream(Variant.values())
        .filter(each -> each == Variant.BARE || wanted.matcher(each.toString()).find())
        .toList();
  }

  private static Path ofTheJar() {
    try {
      return Path.of(Settings.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .getParent();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
