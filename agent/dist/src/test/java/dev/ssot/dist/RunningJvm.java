package dev.ssot.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A {@link ForkedJvm} that has started. Its end is waited for no longer than its limit. */
final class RunningJvm implements AutoCloseable {
  private final List<String> command;
  private final Process process;
  private final Path out;
  private final Path err;
  private final Duration limit;

  RunningJvm(List<String> command, Process process, Path out, Path err, Duration limit) {
    this.command = command;
    this.process = process;
    this.out = out;
    this.err = err;
    this.limit = limit;
  }

  long pid() {
    return process.pid();
  }

  /** Waits until the application has printed the text on stdout. */
  RunningJvm awaitOutput(String text) {
    return await(() -> read(out).contains(text), "printing " + text);
  }

  /** Waits until something has happened that the application does. */
  RunningJvm await(BooleanSupplier happened, String what) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!happened.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("no " + what + ": " + command + "\n" + soFar());
      }
      sleep();
    }
    return this;
  }

  /** SIGTERM. */
  ForkedJvm.Exit terminate() {
    process.destroy();
    return awaitEnd();
  }

  /** SIGKILL. */
  ForkedJvm.Exit kill() {
    process.destroyForcibly();
    return awaitEnd();
  }

  /** Fails, with what was printed, if it does not end in time. */
  ForkedJvm.Exit awaitEnd() {
    try {
      if (!process.waitFor(limit.toMillis(), MILLISECONDS)) {
        throw new AssertionError("still running after " + limit + ": " + command + "\n" + soFar());
      }
      return new ForkedJvm.Exit(process.exitValue(), read(out), read(err));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + command, interrupted);
    }
  }

  /** Leaves no process and no file behind. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
      Files.delete(out);
      Files.delete(err);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private String soFar() {
    return "out: " + read(out) + "\nerr: " + read(err);
  }

  private static void sleep() {
    try {
      MILLISECONDS.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String read(Path output) {
    try {
      return new String(Files.readAllBytes(output), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
