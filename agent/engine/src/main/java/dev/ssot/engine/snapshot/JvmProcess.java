package dev.ssot.engine.snapshot;

import java.time.Instant;

/** Which process this is. */
public final class JvmProcess {
  /** -1 if the platform does not tell. */
  public long pid;

  /** In a container orchestrator the name of the pod; null if the platform does not tell. */
  public String host;

  /**
   * The jar or the class that was started, without its arguments; null if the JVM does not tell.
   */
  public String main;

  /** When the JVM was started. */
  public Instant started;
}
