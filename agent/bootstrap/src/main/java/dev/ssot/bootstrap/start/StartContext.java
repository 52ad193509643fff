package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.Callable;

/** What the start hands to the engine. */
public final class StartContext {
  public final Instrumentation instrumentation;
  public final Options options;

  /** Reads all their sources again. */
  public final Callable<Options> rereading;

  public final TargetMatcher targets;

  /** Of the engine; made before it, as the dispatch class is defined from there. */
  public final AgentClassLoader loader;

  /** {@code premain} or {@code agentmain}. */
  public final String attached;

  /** Of the agent. */
  public final String version;

  /** Keeps all parts as they are, none is copied. */
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
    this.loader = loader;
    this.attached = attached;
    this.version = version;
  }
}
