package dev.ssot.bootstrap.start;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;

/** What the running agent has registered with the JVM, so that it can leave, and its options. */
public final class RunningAgent {
  private final Instrumentation instrumentation;
  private final ClassFileTransformer transformer;
  private final EngineStarter starter;
  private final Thread exitHook;
  private final JvmOptions options;
  private final Runnable ended;

  /**
   * Takes what was registered.
   *
   * @param options may be added to later
   * @param ended run when the agent has left, so that it can be attached again
   */
  RunningAgent(
      Instrumentation instrumentation,
      ClassFileTransformer transformer,
      EngineStarter starter,
      Thread exitHook,
      JvmOptions options,
      Runnable ended) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
    this.starter = starter;
    this.exitHook = exitHook;
    this.options = options;
    this.ended = ended;
  }

  /** Returns where the options come from, to which arguments may be added. */
  public JvmOptions options() {
    return options;
  }

  /**
   * Shows no further class file to the agent, and lets the JVM end without it.
   *
   * @throws IllegalStateException if the JVM is ending, or the start is not done in time
   */
  public void unregister() {
    if (!starter.awaitStart()) {
      throw new IllegalStateException("the agent is still starting; ask again in a moment");
    }
    Runtime.getRuntime().removeShutdownHook(exitHook);
    instrumentation.removeTransformer(transformer);
  }

  /** Lets the agent be attached again. */
  public void ended() {
    ended.run();
  }
}
