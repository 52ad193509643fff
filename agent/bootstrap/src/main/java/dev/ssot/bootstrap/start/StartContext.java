package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** What the start passes to the engine. */
public final class StartContext {
  public final Instrumentation instrumentation;
  public final Options options;

  /** Reads all sources of the options again. */
  public final Callable<Options> rereading;

  public final TargetMatcher targets;

  /**
   * The loader of the engine, created before it because the dispatch class is defined from there.
   */
  public final AgentClassLoader loader;

  /** {@code premain} or {@code agentmain}. */
  public final String attached;

  /** When the agent started, in milliseconds since the epoch. */
  public final long startedMillis = System.currentTimeMillis();

  /** The classes that were loaded unwoven. */
  public final MissedClasses missed = new MissedClasses();

  /** The targets that the configuration file adds later. */
  public final AddedTargets added;

  /** The version of the agent. */
  public final String version;

  /** The content of the configuration file; null without one, empty if it cannot be read. */
  public final byte[] configAtStart;

  /** What the agent needs to go on otherwise, or to leave; set before the engine starts. */
  public volatile RunningAgent agent;

  /** Keeps all parts without copying them. */
  public StartContext(
      Instrumentation instrumentation,
      Options options,
      Callable<Options> rereading,
      TargetMatcher targets,
      AgentClassLoader loader,
      String attached,
      String version) {
    this.instrumentation = instrumentation;
    this.options = options;
    this.rereading = rereading;
    this.targets = targets;
    this.added = new AddedTargets(instrumentation, targets);
    this.loader = loader;
    this.attached = attached;
    this.version = version;
    this.configAtStart = configFile(options);
  }

  /** Tells whether the configuration file is another one than at the start. */
  public boolean isConfigChanged() {
    return configAtStart != null && !Arrays.equals(configFile(options), configAtStart);
  }

  /**
   * Reads the configuration file that options name.
   *
   * @return null without one; an empty array while it is missing, which may be a moment between the
   *     two steps of a replacement, or permanent
   */
  public static byte[] configFile(Options options) {
    if (options.config() == null) {
      return null;
    }
    try {
      return Files.readAllBytes(Paths.get(options.config()));
    } catch (IOException | RuntimeException unreadable) {
      return new byte[0];
    }
  }
}
