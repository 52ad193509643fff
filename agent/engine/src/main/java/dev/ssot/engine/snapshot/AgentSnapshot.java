package dev.ssot.engine.snapshot;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.place.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Everything that a report says, at one moment. */
public final class AgentSnapshot {
  public String version;
  public Mode mode;

  /** {@code premain} or {@code agentmain}. */
  public String attached;

  public long pid;
  public String javaVersion;
  public Instant jvmStarted;

  /** When this snapshot was taken. */
  public Instant at;

  public List<TargetSnapshot> targets = Collections.emptyList();
  public List<Refused> refused = Collections.emptyList();

  /** A class that was named as a target and cannot be one. */
  public static final class Refused {
    public String className;
    public Reason reason;
  }
}
