package dev.ssot.engine.snapshot;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** One call site as the report shows it. It is not changed once it is built. */
public final class SiteSnapshot {
  /** Binary name of the calling class. */
  public String className;

  public String method;

  /** Source file without folders; null without debug information. */
  public String file;

  /** -1 without debug information. */
  public int line;

  public Kind kind;

  /**
   * Where the object was constructed on behalf of this site, as stacks write it; null if it was
   * here.
   */
  public StackTraceElement via;

  /** Null if no group matches. */
  public String group;

  public Mode mode;
  public long constructions;

  /** Over the last minutes; 0 during the first minute. */
  public double perMinute;

  /** What it adds to {@code churn} of the target, see {@code Redirects.churn}. */
  public double churn;

  /** Constructions that threw. */
  public long failed;

  /** Constructions that mode {@code fail} refused. */
  public long refusals;

  public long redirects;

  /** Tracked instances that this site made and that are still reachable. */
  public long live;

  /** Null before the first construction. */
  public Instant firstSeen;

  /** Exact to about a second; null before the first use. */
  public Instant lastSeen;

  /** Names of at most five threads. */
  public List<String> threads = Collections.emptyList();

  public boolean redirectable;

  /** Null if {@link #redirectable}. */
  public Reason reason;

  /**
   * Whether it is redirectable although it passes arguments, which are evaluated and then ignored.
   */
  public boolean argumentsIgnored;

  /**
   * Whether it is redirectable, but not for a method handle that was looked up before a mode
   * redirected: if the site keeps such a one, only a start in {@code enforce} redirects it.
   */
  public boolean earlyHandle;

  /** Whether the instance that it would get depends on the arguments that it passes. */
  public boolean keyed;

  /** Canonical instances that this site has made and that are alive. */
  public long canonicals;

  /** Inside the target, matched by {@code allow}, or the canonical instance's own construction. */
  public boolean allowed;

  public List<StackSnapshot> stacks = Collections.emptyList();

  /**
   * Names the source file with its package. Without debug information the outermost class stands
   * for it.
   */
  public String sourceFile() {
    String name = file == null ? ClassNames.simple(ClassNames.outermost(className)) : file;
    return ClassNames.packagePrefix(className) + name;
  }
}
