package dev.ssot.engine.jmx;

import java.io.IOException;
import java.util.Map;
import javax.management.JMException;

/** The agent as JMX shows it, under {@code dev.ssot:type=Agent}. */
public interface AgentMXBean {
  /** Returns version and commit of the agent. */
  String getVersion();

  /** Returns the mode that applies where no narrower mode is set. */
  String getMode();

  /**
   * Returns for which names nothing is watched, why, and which loaded classes may be meant; null if
   * something is watched for each. Looks through all loaded classes.
   */
  String getUnmatched();

  /**
   * Returns the targets by class name; the key of a second target of the same name has its loader
   * added.
   */
  Map<String, TargetStatus> getTargets();

  /**
   * Counts the live heap and compares. Stops the application for about a second per 0.7 GB.
   *
   * @return by the same keys as {@link #getTargets()}
   */
  Map<String, HeapStatus> heap() throws JMException;

  /**
   * Switches a mode; it holds until the next switch or until the configuration file changes.
   *
   * @param mode {@code off}, {@code observe}, {@code dry-run}, {@code enforce} or {@code fail}
   * @param target class name or pattern; empty for all
   * @param group name of a group; empty for all
   * @param sites pattern of call sites; empty for all
   * @return what holds now, what it cleared, and how to go back
   */
  String mode(String mode, String target, String group, String sites);

  /**
   * Switches a mode for a limited time, after which it switches back by itself.
   *
   * @param time such as {@code 30m} or {@code 2h}; empty for no time limit
   */
  String mode(String mode, String target, String group, String sites, String time);

  /**
   * Switches a mode, and says who did.
   *
   * @param by who asks, for the history: {@code jmx} or {@code cli}
   */
  String mode(String mode, String target, String group, String sites, String time, String by);

  /** Says what a switch would change, and changes nothing. */
  String preview(String mode, String target, String group, String sites, String time);

  /**
   * Takes options while the agent runs, all of them or none.
   *
   * @param options as an argument of the agent: {@code key=value,key=value}; targets are added
   * @return what is different from now on
   * @throws IllegalArgumentException if they are not valid
   * @throws IllegalStateException if a running agent cannot follow them; it says which
   */
  String configure(String options);

  /**
   * Lets the agent leave this JVM: every call site constructs as before, and nothing of the engine
   * is left.
   *
   * @param force true to leave even if former owners could then close an instance for all
   * @return what was undone, and what could not be
   * @throws IllegalStateException if it refuses; it says why
   */
  String detach(boolean force);

  /**
   * Returns the report as of now.
   *
   * @param format {@code json}, {@code text}, {@code markdown} or {@code html}
   */
  String report(String format) throws IOException;

  /** Returns a configuration file to start from, with the call sites of now in groups. */
  String starterFile();
}
