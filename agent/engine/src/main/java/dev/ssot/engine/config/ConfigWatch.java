package dev.ssot.engine.config;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.thread.RepeatedFailures;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;

/**
 * Reads the configuration file again when its bytes have changed. The log names the options that
 * follow it, and those that need a restart. Bytes are compared, not times, because the link swap of
 * a ConfigMap may put an older file in place. A bad file is logged, if it stays bad for the same
 * reason ever more rarely, and the last good state stays.
 */
public final class ConfigWatch implements Chore {
  /** In milliseconds. */
  private static final long INTERVAL = 10_000;

  private final FollowedOptions options;
  private final Path file;
  private final Callable<Options> reader;
  private final Consumer<Options> follower;
  private final Predicate<Options> modes;
  private final Logger log;
  private final RepeatedFailures failures;
  private final Set<String> noted;

  private byte[] seen;
  private long lastLook;
  private boolean looked;

  /**
   * @param options what the agent follows; those of its start name the file, if any
   * @param atStart the content of the file then; null without a file
   * @param reader reads all sources of options again
   * @param follower takes what was read, if it is good
   * @param modes tells whether the modes that hold are those of such options
   */
  @SuppressWarnings("MissingSummary") // the class says it
  public ConfigWatch(
      FollowedOptions options,
      byte[] atStart,
      Callable<Options> reader,
      Consumer<Options> follower,
      Predicate<Options> modes,
      Logger log) {
    this.seen = atStart;
    this.options = options;
    String config = options.started.config();
    this.file = config == null ? null : Paths.get(config);
    this.reader = reader;
    this.follower = follower;
    this.modes = modes;
    this.log = log;
    this.failures = new RepeatedFailures(log);
    this.noted = new HashSet<>(options.started.notes());
  }

  /** Checks the file, at most once per interval. */
  @Override
  public void perform(long now) {
    if (file == null || options.isEnded() || (looked && now - lastLook < INTERVAL)) {
      return;
    }
    looked = true;
    lastLook = now;
    byte[] bytes = StartContext.configFile(options.started);
    if (!Arrays.equals(bytes, seen)) {
      seen = bytes;
      synchronized (options) {
        reload();
      }
    }
  }

  private void reload() {
    Options next;
    try {
      next = reader.call();
    } catch (Exception bad) {
      String why = why(bad);
      failures.warn(
          why,
          null,
          "{} has changed and is not valid; what held before still holds: {}",
          file,
          why);
      return;
    }
    if (!options.isEnded()) {
      follow(next);
    }
  }

  private void follow(Options next) {
    if (next.enabled()) {
      log.warn("{} has changed{}", file, changes(next));
      notes(next);
    } else {
      log.warn("{} has changed: enabled is false", file);
    }
    try {
      options.follow(next, follower);
    } catch (IllegalStateException failed) {
      log.warn("{}: {}", file, failed.getMessage(), failed.getCause());
    }
  }

  private String changes(Options next) {
    List<String> followed = options.followed(next);
    if (options.isStopped()) {
      followed.add(0, "enabled");
    } else if (!modes.test(options.last()) && !modes.test(next)) {
      followed.add("the modes of the file (switches by hand end)");
    }
    List<String> restart = options.needingRestart(next);
    String word = followed.isEmpty() ? "nothing of it" : String.join(", ", followed);
    return "; followed: "
        + word
        + (restart.isEmpty() ? "" : "; needs a restart: " + String.join(", ", restart));
  }

  /** Logs the warnings about options that were not there before. */
  private void notes(Options next) {
    for (String note : next.notes()) {
      if (noted.add(note)) {
        log.warn("{}", note);
      }
    }
  }

  private static String why(Exception bad) {
    return bad.getMessage() == null ? bad.toString() : bad.getMessage();
  }
}
