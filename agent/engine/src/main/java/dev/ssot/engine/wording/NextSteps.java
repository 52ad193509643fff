package dev.ssot.engine.wording;

import dev.ssot.bootstrap.options.Option;
import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What to do about a target: first what helps now, then what is to be changed in the source, each
 * with the command or the line that does it.
 */
public final class NextSteps {
  public static final String TITLE = "What to do";

  /** One step. */
  public static final class Step {
    /** A sentence. */
    public final String text;

    /** To be typed or written into a file, or explained by {@link #text}; may be empty. */
    public final List<String> commands;

    Step(String text, List<String> commands) {
      this.text = text;
      this.commands = commands;
    }
  }

  private static final String START = "at a start: mode=enforce in the options of the agent";

  private final AgentSnapshot agent;
  private final TargetSnapshot target;
  private final List<Step> steps = new ArrayList<>();

  private NextSteps(AgentSnapshot agent, TargetSnapshot target) {
    this.agent = agent;
    this.target = target;
  }

  /** Lists the steps in their order; none if no call site is to be fixed. */
  public static List<Step> of(AgentSnapshot agent, TargetSnapshot target) {
    NextSteps steps = new NextSteps(agent, target);
    if (target.callSites() > 0) {
      steps.now();
      steps.name();
      steps.count();
      steps.patch();
      steps.back();
    }
    return steps.steps;
  }

  /** Names the first group that could be redirected and is not, in the order of priority. */
  private void now() {
    if (agent.stopped) {
      step(
          "The file says enabled: false: every call site constructs and nothing is counted. To go"
              + " on:",
          Collections.singletonList(agent.config + ":  enabled: true"));
      return;
    }
    List<GroupSnapshot> next = new ArrayList<>();
    for (GroupSnapshot group : target.groups) {
      if (!group.mode.intervenes() && group.redirectable > 0) {
        next.add(group);
      }
    }
    if (next.isEmpty()) {
      return;
    }
    GroupSnapshot first = next.get(0);
    step(
        "Until the source is patched: mode=enforce for "
            + name(first)
            + " ("
            + first.redirectable
            + " of "
            + Printable.count(first.sites, "call site")
            + " can be redirected)"
            + EarlyHandles.among(first.earlyHandles)
            + (next.size() > 1 ? ", then for the other groups, one after the other" : "")
            + (first.mode.rehearses()
                ? "."
                : ". With mode=dry-run in the same place you see first what it would do."),
        enforce(first));
  }

  private String name(GroupSnapshot group) {
    if (group.name != null) {
      return group.name;
    }
    return target.groups.size() == 1 ? "all call sites" : "the call sites in no group";
  }

  private List<String> enforce(GroupSnapshot group) {
    String place = place(group);
    if (place != null) {
      return Collections.singletonList(agent.config + place + ":  mode: enforce");
    }
    if (!agent.jmx) {
      return Collections.singletonList(START + (group.name == null ? "" : ", for all groups"));
    }
    return group.name == null
        ? Arrays.asList(
            ShellCommand.of(agent, "mode", "enforce", "--target", target.className), "or " + START)
        : Collections.singletonList(
            ShellCommand.of(agent, "mode", "enforce", "--group", group.name));
  }

  /**
   * Returns where in the file the line belongs, so that it concerns that group and no other target.
   *
   * @return null if no line of the file would do it
   */
  private String place(GroupSnapshot group) {
    if (agent.config == null) {
      return null;
    }
    if (group.name != null) {
      return agent.outsideFile.contains(Option.GROUPS) ? null : ", at the group " + group.name;
    }
    if (agent.targets.size() <= 1 && !target.ownMode && !agent.outsideFile.contains(Option.MODE)) {
      return "";
    }
    return target.option == null || agent.outsideFile.contains(Option.TARGETS)
        ? null
        : ", at the target " + target.option;
  }

  private void name() {
    boolean unknown =
        target.canonical.description == null
            ? !target.canonical.isFirst()
            : target.canonical.isUnusable();
    if (unknown && !target.sharedBySite && !target.handedOut) {
      step(
          "Tell the agent which instance everyone should share, so that the report names it; the"
              + " second line is for a class without a holder and shares the first that is made; with"
              + " the third, each call site shares what it made itself:",
          Arrays.asList("canonical=com.acme.Holder#method()", "canonical=first", "share=site"));
    }
  }

  private void count() {
    if (!target.exact) {
      step(
          "Count what is really alive (one full stop of the world, about 1 s per 0.7 GB):",
          Collections.singletonList(
              agent.jmx
                  ? ShellCommand.of(agent, "heap")
                  : "jmap -histo:live "
                      + agent.jvm.get().pid
                      + " | grep -w '"
                      + target.className
                      + "'"));
    }
  }

  private void patch() {
    String instead = new Replacement(target).sentence();
    String what =
        instead == null
            ? "one shared " + ClassNames.simple(target.className) + among()
            : instead + ".";
    step(
        "Patch the source, in the order of the call sites below: " + what, Collections.emptyList());
  }

  /** Says for whom one is made; different lines may need different ones. */
  private String among() {
    return target.sharedBySite ? " for each, made once." : " for all.";
  }

  private void back() {
    for (GroupSnapshot group : target.groups) {
      if (group.mode.intervenes()) {
        boolean byFile = agent.config != null && !agent.outsideFile.contains(Option.ENABLED);
        step(
            "Worse than before? Go back" + (byFile || agent.jmx ? ", without a restart:" : ":"),
            Collections.singletonList(byFile ? agent.config + ":  enabled: false" : backByHand()));
        return;
      }
    }
  }

  private String backByHand() {
    return agent.jmx
        ? ShellCommand.of(agent, "mode", "observe")
        : "a restart with mode=observe in the options of the agent";
  }

  private void step(String text, List<String> commands) {
    steps.add(new Step(text, commands));
  }
}
