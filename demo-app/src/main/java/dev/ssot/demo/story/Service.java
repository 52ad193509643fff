package dev.ssot.demo.story;

import dev.ssot.demo.DemoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The chat service of one act, in a JVM of its own that brings its own Redis. */
record Service(Process process, Path log) {
  private static final Pattern READY = Pattern.compile("chat: (http://127\\.0\\.0\\.1:\\d+)/ .*");
  private static final int PATIENCE_SECONDS = 180;
  private static final int LINES = 5;

  long pid() {
    return process.pid();
  }

  /** Waits until the service can be used. */
  ServicePage page() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      for (String line : printed()) {
        Matcher ready = READY.matcher(line);
        if (ready.matches()) {
          return new ServicePage(ready.group(1));
        }
      }
      pause();
    }
    List<String> lines = printed();
    throw new DemoFailure(
        "the service does not start: "
            + String.join(
                System.lineSeparator(),
                lines.subList(Math.max(0, lines.size() - LINES), lines.size())),
        null);
  }

  /** As an orderly stop, by force when that takes too long. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private List<String> printed() {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new DemoFailure("cannot read what the service prints: " + e.getMessage(), e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted while the service starts", e);
    }
  }
}
