package dev.ssot.demo.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ssot.demo.DemoFailure;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a run puts on disk, and the child process that it starts, under one guard: a
 * shell that reads from a pipe which only this JVM holds open. However the JVM ends, the pipe ends
 * with it, SIGKILL included; the guard then stops the child and removes the directory.
 */
public final class RunDirectory implements Closeable {
  private static final String SHELL = "/bin/sh";

  /** Each line that arrives is the process to stop at the end, 0 for none. */
  private static final String GUARD =
      "trap '' HUP INT TERM; child=0;"
          + " while read -r line; do child=$line; done;"
          + " if [ \"$child\" -gt 0 ]; then kill -9 \"$child\"; fi;"
          + " rm -rf \"$1\"";

  private final Path path;
  private final Process guard;

  private RunDirectory(Path path, Process guard) {
    this.path = path;
    this.guard = guard;
  }

  /** Makes an empty directory; where there is no shell, only an orderly end removes it. */
  public static RunDirectory create() {
    try {
      Path path = Files.createTempDirectory("chat-demo-");
      return new RunDirectory(path, startGuard(path));
    } catch (IOException e) {
      String where = System.getProperty("java.io.tmpdir");
      throw new DemoFailure("cannot prepare a directory in " + where + ": " + e.getMessage(), e);
    }
  }

  /** The directory itself. */
  public Path path() {
    return path;
  }

  /** From now on the guard stops {@code child} when this JVM is gone; one child at a time. */
  public void guard(Process child) {
    tellGuard(child.pid());
  }

  /** The child has ended: its number may soon be somebody else's. */
  public void release() {
    tellGuard(0);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      // Somebody was faster: the guard, or a user who tidied up.
    }
    if (guard != null) {
      closeQuietly(guard.getOutputStream());
    }
  }

  private synchronized void tellGuard(long pid) {
    if (guard == null) {
      return;
    }
    try {
      guard.getOutputStream().write((pid + "\n").getBytes(US_ASCII));
      guard.getOutputStream().flush();
    } catch (IOException e) {
      // The guard is gone, so nothing is left to be told; an orderly end still cleans up.
    }
  }

  private static Process startGuard(Path path) throws IOException {
    if (!Files.isExecutable(Path.of(SHELL))) {
      return null;
    }
    return new ProcessBuilder(List.of(SHELL, "-c", GUARD, "chat-demo-guard", path.toString()))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static void closeQuietly(OutputStream pipe) {
    try {
      pipe.close();
    } catch (IOException e) {
      // The guard ended first.
    }
  }
}
