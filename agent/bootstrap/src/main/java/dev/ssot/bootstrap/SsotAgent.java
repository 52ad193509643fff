package dev.ssot.bootstrap;

import dev.ssot.bootstrap.start.AgentStart;
import java.lang.instrument.Instrumentation;

/**
 * The class that the manifest names. The JVM calls it on the application's main or attach thread.
 */
public final class SsotAgent {
  private SsotAgent() {}

  /**
   * Starts the agent before the application's {@code main}. Never throws: a JVM whose {@code
   * premain} throws does not start.
   *
   * @param arguments as documented in {@code docs/configuration.md}; null if none
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    start("premain", arguments, instrumentation);
  }

  /**
   * Starts the agent in a running JVM. Never throws: each failed load leaks a JVMTI environment.
   *
   * @param arguments as documented in {@code docs/configuration.md}; null if none
   */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    start("agentmain", arguments, instrumentation);
  }

  private static void start(String attached, String arguments, Instrumentation instrumentation) {
    try {
      AgentStart.start(attached, arguments, instrumentation);
    } catch (Throwable failed) {
      // Even the line on stderr could not be printed, or the jar is incomplete. The application
      // must not notice (law 1).
    }
  }
}
