package dev.ssot.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that runs until it is told to stop. */
public final class RunningJvm implements AutoCloseable {
  /** Rank, instances, bytes, class; newer JDKs add the module. */
  private static final Pattern ROW =
      Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+)", Pattern.MULTILINE);

  private final Jdk jdk;
  private final Process process;
  private final Path out;
  private final Path err;

  RunningJvm(Jdk jdk, Process process, Path out, Path err) {
    this.jdk = jdk;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Instances by class, after a garbage collection. */
  public Map<String, Integer> liveHistogram() throws IOException {
    Process jmap =
        new ProcessBuilder(
                jdk.home().resolve("bin/jmap").toString(), "-histo:live", "" + process.pid())
            .redirectErrorStream(true)
            .start();
    Matcher row = ROW.matcher(new String(jmap.getInputStream().readAllBytes(), UTF_8));
    Map<String, Integer> instances = new HashMap<>();
    while (row.find()) {
      instances.merge(row.group(2), Integer.parseInt(row.group(1)), Integer::sum);
    }
    return instances;
  }

  /** As {@code kill} does, and whoever stops a container. */
  public ForkedJvm.Exit terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, SECONDS)) {
      throw new AssertionError("SIGTERM does not end it\n" + printed(-1));
    }
    return printed(process.exitValue());
  }

  /** So far. */
  public ForkedJvm.Exit printed(int code) {
    try {
      return new ForkedJvm.Exit(code, ForkedJvm.read(out), ForkedJvm.read(err));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    Files.delete(out);
    Files.delete(err);
  }
}
