package dev.ssot.benchmarks.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The JVM that is measured, which may be another one than the one that measures. */
public final class MeasuredJvm {
  private static final String PROPERTY = "java.specification.version = ";

  private MeasuredJvm() {}

  /**
   * Asks the JVM for its version, such as 17.
   *
   * @param java the command that starts it, with options
   */
  public static int version(List<String> java) throws IOException {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of("-XshowSettings:properties", "-version"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains(PROPERTY))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(command + " tells no version"));
    String version = told.substring(told.indexOf(PROPERTY) + PROPERTY.length()).strip();
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }
}
