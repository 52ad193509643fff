package dev.ssot.engine.config;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.thread.RepeatedFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Reads the configuration file again when its bytes have changed: groups, allowed sites and modes
 * follow. Bytes are compared, not times, because the link swap of a ConfigMap may put an older file
 * in place. A bad file is logged, if it stays bad for the same reason ever more rarely, and the
 * last good state stays.
 */
public final class ConfigWatch implements Chore {
  /** In milliseconds. */
  private static final long INTERVAL = 10_000;

  private final Path file;
  private final Callable<Options> reader;
  private final Consumer<Options> follower;
  private final Logger log;
  private final RepeatedFailures failures;
  private byte[] seen;
  private long lastLook;

  /**
   * @param file the file that the option names; null if there is none to watch
   * @param reader reads all sources of options again
   * @param follower takes what was read, if it is good
   */
  @SuppressWarnings("MissingSummary") // the class says it
  public ConfigWatch(
      String file, Callable<Options> reader, Consumer<Options> follower, Logger log) {
    this.file = file == null ? null : Paths.get(file);
    this.reader = reader;
    this.follower = follower;
    this.log = log;
    this.failures = new RepeatedFailures(log);
  }

  /** Checks the file, at most once per interval. */
  @Override
  public void perform(long now) {
    if (file == null || (seen != null && now - lastLook < INTERVAL)) {
      return;
    }
    lastLook = now;
    byte[] bytes = read();
    if (seen == null || Arrays.equals(bytes, seen)) {
      seen = bytes;
      return;
    }
    seen = bytes;
    reload();
  }

  /**
   * Reads the file. Returns an empty array while the file is missing, which may be a moment between
   * the two steps of a replacement, or permanent.
   */
  private byte[] read() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  private void reload() {
    try {
      follower.accept(reader.call());
      log.warn("{} has changed: groups, allowed sites and modes follow it", file);
    } catch (Exception bad) {
      String why = why(bad);
      failures.warn(
          why,
          null,
          "{} has changed and is not valid; what held before still holds: {}",
          file,
          why);
    }
  }

  private static String why(Exception bad) {
    return bad.getMessage() == null ? bad.toString() : bad.getMessage();
  }
}
