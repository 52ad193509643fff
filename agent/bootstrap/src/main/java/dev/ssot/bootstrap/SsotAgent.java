package dev.ssot.bootstrap;

import java.lang.instrument.Instrumentation;

/** What the manifest names: the JVM calls this, on the application's main or attach thread. */
public final class SsotAgent {
  private SsotAgent() {}

  /**
   * Starts the agent before the application's {@code main}. Never throws: a JVM whose {@code
   * premain} throws does not start.
   *
   * @param arguments as documented in {@code docs/configuration.md}; null if none
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    AgentStart.start("premain", arguments, instrumentation);
  }

  /**
   * Starts the agent in a running JVM. Never throws: each failed load leaks a JVMTI environment.
   *
   * @param arguments as documented in {@code docs/configuration.md}; null if none
   */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    AgentStart.start("agentmain", arguments, instrumentation);
  }
}
