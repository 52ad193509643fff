package dev.ssot.demo.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssot.demo.DemoFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What somebody has who has the agent's jar, a terminal, and a process that is failing. */
final class AgentTerminal {
  private final Path jar;

  AgentTerminal(Path jar) {
    this.jar = jar;
  }

  /**
   * Calls a command of the jar.
   *
   * @return what it printed
   * @throws DemoFailure with its words if it does not end with 0
   */
  String call(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new DemoFailure(
            "%s ends with %d: %s".formatted(String.join(" ", words), exitCode, printed), null);
      }
      return printed;
    } catch (IOException e) {
      throw new DemoFailure("cannot start a JVM: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted while a command runs", e);
    }
  }
}
