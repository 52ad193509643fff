package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the demo ends, no process and no file of it stays. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
class EndIT {
  private static final int PATIENCE_SECONDS = 30;

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "KILL"})
  void a_signal_ends_redis_and_removes_the_files(String signal) throws Exception {
    try (DemoProcess demo = DemoProcess.serve(temporary, List.of())) {
      demo.url();
      assumeFalse(
          signal.equals("INT") && ignoresInterrupts(demo.process.pid()),
          "skipped: the build runs in the background, where SIGINT is ignored by whom it starts");
      List<ProcessHandle> children = demo.process.descendants().toList();
      assertThat(children).as("redis-server and its guard").hasSize(2);
      assertThat(files()).isNotEmpty();

      kill(signal, demo.process.pid());

      demo.exitCode();
      for (ProcessHandle child : children) {
        awaitEnd(child);
      }
      awaitNoFiles();
      assertThat(demo.output()).doesNotContain("Exception");
    }
  }

  /** The story's guard; the service, its guard, and its Redis. */
  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "KILL"})
  void a_signal_ends_the_story_and_the_act_that_plays(String signal) throws Exception {
    try (DemoProcess story = DemoProcess.run(temporary, List.of(), "story")) {
      List<ProcessHandle> all = awaitDescendants(story.process, 4);
      assumeFalse(
          signal.equals("INT") && ignoresInterrupts(story.process.pid()),
          "skipped: the build runs in the background, where SIGINT is ignored by whom it starts");

      kill(signal, story.process.pid());

      assertThat(story.exitCode()).isNotZero();
      for (ProcessHandle each : all) {
        awaitEnd(each);
      }
      awaitNoFiles();
      assertThat(story.output()).doesNotContain("Exception");
    }
  }

  @Test
  void a_run_that_ends_by_itself_leaves_nothing() throws Exception {
    try (DemoProcess demo = DemoProcess.run(temporary, List.of(), "incident", "--sessions=1")) {
      assertThat(demo.exitCode()).isZero();
      awaitNoFiles();
    }
  }

  private static List<ProcessHandle> awaitDescendants(Process process, int count)
      throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
      List<ProcessHandle> descendants = process.descendants().toList();
      if (descendants.size() >= count) {
        return descendants;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("only " + process.descendants().toList());
  }

  private static void kill(String signal, long pid) throws Exception {
    Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** Linux tells it as a bit mask; SIGINT is 2. */
  private static boolean ignoresInterrupts(long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(mask -> (mask & 0b10) != 0);
  }

  /** A process that has ended and that nobody has asked about is a zombie, and still a process. */
  private static void awaitEnd(ProcessHandle child) throws Exception {
    for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
      if (!child.isAlive() || isZombie(child)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("still there: " + child.info());
  }

  private static boolean isZombie(ProcessHandle child) throws IOException {
    Path status = Path.of("/proc", String.valueOf(child.pid()), "status");
    return Files.exists(status) && Files.readString(status).contains("State:\tZ");
  }

  private void awaitNoFiles() throws Exception {
    for (int i = 0; i < PATIENCE_SECONDS * 20 && !files().isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }
}
