package dev.ssot.engine.command;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.ReportFormat;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.report.JsonHeap;
import dev.ssot.engine.report.ReportWriter;
import dev.ssot.engine.report.html.HtmlReport;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.HeapSource;
import dev.ssot.engine.snapshot.SnapshotSource;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.management.JMException;
import org.slf4j.Logger;

/** Everything that can be asked of the running agent. Called on the threads of those who ask. */
public final class AgentCommands {
  private final String version;
  private final Modes modes;
  private final SnapshotSource snapshots;
  private final HeapSource heap;
  private final ModeCommand switching;
  private final AgentHealth health;
  private final SitePolicy policy;
  private final Supplier<String> unmatched;
  private final Reconfiguring options;
  private final DetachCommand detaching;

  /**
   * Answers for one engine.
   *
   * @param version of the agent
   * @param errors how often the agent failed
   * @param unmatched says for which names nothing is watched; null if for none
   * @param options takes those that come later
   * @param detaching lets the engine leave
   * @param log told what a switch did and did not change
   */
  public AgentCommands(
      String version,
      Modes modes,
      SitePolicy policy,
      SnapshotSource snapshots,
      HeapSource heap,
      LongSupplier errors,
      Supplier<String> unmatched,
      Reconfiguring options,
      DetachCommand detaching,
      Logger log) {
    this.options = options;
    this.detaching = detaching;
    this.version = version;
    this.modes = modes;
    this.snapshots = snapshots;
    this.heap = heap;
    this.policy = policy;
    this.unmatched = unmatched;
    this.switching = new ModeCommand(modes, policy, snapshots, log);
    this.health = new AgentHealth(snapshots, errors);
  }

  /** Returns version and commit of the agent. */
  public String version() {
    return version;
  }

  /** Returns the mode that holds where no narrower one does. */
  public Mode mode() {
    return modes.table().ofAll();
  }

  /**
   * Switches a mode by hand: it holds until the next switch or a change of the configuration file.
   *
   * @return text for people: what holds now, what was cleared, and how to go back
   * @throws IllegalArgumentException if there is no such target or group
   */
  public String switchMode(ModeRequest request) {
    return switching.perform(request);
  }

  /**
   * Says what a switch would change, and changes nothing.
   *
   * @return text for people
   * @throws IllegalArgumentException if there is no such target or group
   */
  public String previewMode(ModeRequest request) {
    return switching.preview(request);
  }

  /**
   * Says for which names of the option {@code targets} nothing is watched, why, and which loaded
   * classes may be meant. Looks through all loaded classes.
   *
   * @return null if something is watched for each
   */
  public String unmatched() {
    return unmatched.get();
  }

  /** Returns a configuration file to start from, with the call sites of now in groups. */
  public String starterFile() {
    return new StarterFile(policy.options(), snapshots.take()).text();
  }

  /**
   * Takes options while the agent runs.
   *
   * @param arguments as the agent takes them at its start
   * @return what is different from now on
   * @throws IllegalArgumentException if they are not valid; nothing was changed
   * @throws IllegalStateException if a running agent cannot follow them; nothing was changed
   */
  public String configure(String arguments) {
    return options.take(arguments);
  }

  /**
   * Lets the agent leave this JVM.
   *
   * @param force true to leave even if former owners hold a shared instance
   * @return what was undone, and what could not be
   * @throws IllegalStateException if it refuses
   */
  public String detach(boolean force) {
    return detaching.perform(force);
  }

  /** Returns the state of each target. */
  public List<TargetSnapshot> targets() {
    return snapshots.take().targets;
  }

  /**
   * Counts the live heap and returns the state of each target compared with it. Stops the
   * application for about a second per 0.7 GB.
   */
  public List<TargetSnapshot> compareHeap() throws JMException {
    heap.compare();
    return snapshots.take().targets;
  }

  /**
   * Does the same, and returns the comparison as {@code heap --json} prints it.
   *
   * @throws IllegalStateException if this JVM cannot count its heap
   */
  public String compareHeapAsJson() throws IOException {
    try {
      HeapCount.perform(heap);
    } catch (NoClassDefFoundError noJmx) {
      throw new IllegalStateException(
          "the live heap cannot be counted from here: this runtime has no JMX; jcmd PID"
              + " GC.class_histogram of a JDK counts it",
          noJmx);
    }
    StringWriter out = new StringWriter();
    new JsonHeap().write(snapshots.take().targets, out);
    return out.toString();
  }

  /**
   * Writes the report as of now.
   *
   * @param format {@code json}, {@code text}, {@code markdown} or {@code html}
   * @throws IllegalArgumentException for any other
   */
  public String report(String format) throws IOException {
    return report(format, true);
  }

  /**
   * Writes the report as of now, with the stacks of its call sites or without them.
   *
   * @throws IllegalArgumentException for a format that there is not
   */
  public String report(String format, boolean stacks) throws IOException {
    AgentSnapshot snapshot = snapshots.take();
    if (!stacks) {
      snapshot.dropStacks();
    }
    StringWriter out = new StringWriter();
    ReportWriter.write(snapshot, ReportFormat.named(format), false, out);
    return out.toString();
  }

  /** Returns the content security policy of the report as a page. */
  public String pagePolicy() throws IOException {
    return HtmlReport.policy();
  }

  /** Returns why somebody should look, in sentences for people; nothing if all is well. */
  public List<String> health() {
    return health.reasons();
  }
}
