package dev.ssot.engine.snapshot;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Option;
import dev.ssot.engine.place.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Everything that a report says, at one moment. */
public final class AgentSnapshot {
  public String version;
  public Mode mode;

  /** Where another mode holds, {@code P1: enforce}, or why nothing is on. */
  public List<String> narrower = Collections.emptyList();

  /** {@code premain} or {@code agentmain}. */
  public String attached;

  /** Asked where it is needed, as the answer makes the JVM load dozens of classes. */
  public Supplier<JvmProcess> jvm;

  public String javaVersion;

  /** When this snapshot was taken. */
  public Instant at;

  /** The configuration file as the option names it; null without one. */
  public String config;

  /** The options that the file cannot change, as a more explicit place sets them. */
  public Set<Option> outsideFile = Collections.emptySet();

  /** Whether the file says {@code enabled: false}. */
  public boolean stopped;

  /** Whether there is an MBean to switch modes by. */
  public boolean jmx = true;

  /** What was taken for the application's own code: places, or patterns of class names. */
  public List<String> application = Collections.emptyList();

  public List<TargetSnapshot> targets = Collections.emptyList();
  public List<Refused> refused = Collections.emptyList();

  /** Leaves out the stacks of all call sites, which are most of a report. */
  public void dropStacks() {
    for (TargetSnapshot target : targets) {
      for (SiteSnapshot site : target.sites) {
        site.stacks = Collections.emptyList();
      }
    }
  }

  /** A class that was named as a target and cannot be one. */
  public static final class Refused {
    public String className;
    public Reason reason;

    /** What it is and what to name instead; null if the reason says all. */
    public String hint;

    /** Loaded classes that may be meant, a few. */
    public List<String> instead = Collections.emptyList();

    /** Says what the class is and what to name instead, if there is a hint. */
    public String sentence() {
      return className + " is " + hint;
    }

    /** Says why, to stand behind the name. */
    public String why() {
      return reason + ": " + (hint == null ? reason.sentence() : hint);
    }

    /** Tells whether the agent could not weave it, so that nothing is known of it. */
    public boolean isFailure() {
      return reason == Reason.WEAVING_FAILED || reason == Reason.LOADER_HIDES_DISPATCH;
    }
  }
}
