package dev.ssot.cli.command;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.AttachedJvm;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.jvm.OwnJar;
import dev.ssot.cli.jvm.VisibleJar;
import dev.ssot.cli.terminal.Progress;
import dev.ssot.cli.terminal.Terminal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code attach}: loads the agent into a running JVM, once, waits until what was loaded is woven,
 * and says what came of it. The agent that is there already takes the options.
 */
@Command(
    name = "attach",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Puts the agent into a running JVM. It observes, and changes no construction, unless --mode says"
          + " otherwise.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  attach 1 --targets com.acme.redis.RedisManager",
      "  attach chat-service --config ssot.yaml"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the agent is in the process",
      "1:the agent that is in it already cannot take these options; nothing was changed",
      "2:the command line or an option is not understood; nothing was loaded or changed",
      "3:there is no such process, or it may not be entered",
      "5:the agent failed"
    })
final class AttachCommand implements Callable<Integer> {
  private static final long START_MILLIS = 60_000;

  /** The number of targets that are named in one line. */
  private static final int NAMED = 5;

  private final Terminal terminal;
  private final PrintStream out;

  @Spec private CommandSpec spec;
  @Mixin private ProcessArgument argument;

  /** What was loaded. */
  private VisibleJar jar;

  AttachCommand(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  @Override
  public Integer call() throws Failure {
    AgentOptions given = AgentOptions.of(spec.commandLine().getParseResult());
    Options options = given.check();
    JavaProcess process = argument.find();
    if (process.hasAgentThreads()) {
      return running(process, given);
    }
    if (options.jmx()) {
      process.checkNetwork();
    }
    if (options.config() != null) {
      process.checkConfig(options.config());
    }
    long before = System.nanoTime();
    try (AgentConnection agent =
        Progress.during(
            terminal,
            "attaching to " + process.name(),
            () -> attached(process, given.text(), options))) {
      if (agent == null) {
        out.println(process.name() + ": attached; with jmx=false it cannot be asked from here");
        tellCopy(out);
        return 0;
      }
      tell(process, agent, (System.nanoTime() - before) / 1e9);
    } catch (Failure cannotBeAsked) {
      tellCopy(terminal.err());
      throw cannotBeAsked;
    }
    return 0;
  }

  /** Loads the agent and waits for it; returns null if it is not to be asked. */
  private AgentConnection attached(JavaProcess process, String arguments, Options options)
      throws Failure {
    String address;
    try (AttachedJvm machine = AttachedJvm.attach(process)) {
      jar = machine.loadAgent(OwnJar.path(), arguments);
      if (!options.jmx()) {
        return null;
      }
      address = machine.startLocalManagementAgent();
    }
    AgentConnection agent = AgentConnection.at(process, address);
    try {
      agent.awaitStart(START_MILLIS);
      return agent;
    } catch (Failure notStarted) {
      agent.close();
      if (!process.hasAgentThreads()) {
        jar.remove();
      }
      throw notStarted;
    }
  }

  private void tell(JavaProcess process, AgentConnection agent, double seconds) throws Failure {
    List<TargetLine> targets = TargetLine.of(agent.targets().values());
    String unmatched = agent.text("Unmatched");
    out.println(
        terminal.bold(
            String.format(
                Locale.ROOT,
                "%s: attached in %.1f s, mode %s; %s",
                process.name(),
                seconds,
                agent.text("Mode"),
                watched(targets))));
    if (unmatched != null) {
      out.println(unmatched);
    }
    tellCopy(out);
    if (!targets.isEmpty()) {
      out.println(
          "counted are constructions from now on; instances from before: "
              + OwnJar.command("heap " + process.pid()));
    }
    out.println("which lines construct: " + OwnJar.command("report " + process.pid()));
    String version = agent.text("Version");
    if (!version.equals(OwnJar.version())) {
      out.println(
          "this process had the agent of version "
              + version
              + " before, which it keeps until it is restarted: that one is back, not "
              + OwnJar.version());
    }
    if (agent.offers("detach")) {
      out.println("leave again: " + OwnJar.command("detach " + process.pid()));
    }
  }

  private void tellCopy(PrintStream stream) {
    if (jar != null && jar.note() != null) {
      stream.println(jar.note());
      jar = null;
    }
  }

  private static String watched(List<TargetLine> targets) {
    List<String> names = new ArrayList<>();
    for (TargetLine each : targets) {
      names.add(each.className());
    }
    return watchedNames(names);
  }

  /** Names the first targets, and says how many there are beyond them. */
  static String watchedNames(List<String> targets) {
    if (targets.isEmpty()) {
      return "no target is loaded so far";
    }
    int named = Math.min(NAMED, targets.size());
    int others = targets.size() - named;
    return "watching "
        + String.join(", ", targets.subList(0, named))
        + (others == 0 ? "" : " and " + others + " more");
  }

  /**
   * Hands the options to the agent that is there: it is loaded into a JVM once, as each load costs
   * the JVM something for ever.
   */
  private int running(JavaProcess process, AgentOptions given) throws Failure {
    try (AgentConnection agent = argument.connect(process, terminal)) {
      String answer = null;
      if (!given.isEmpty()) {
        answer =
            Progress.during(
                terminal,
                "handing over the options",
                () -> {
                  String taken = agent.answer("configure", given.text());
                  agent.awaitTargets(START_MILLIS);
                  return taken;
                });
      }
      out.println(
          process.name()
              + ": the agent is there already, version "
              + agent.text("Version")
              + ", mode "
              + agent.text("Mode")
              + ", "
              + watched(TargetLine.of(agent.targets().values())));
      if (answer != null) {
        out.println(answer);
        String unmatched = agent.text("Unmatched");
        if (unmatched != null) {
          out.println(unmatched);
        }
      }
      out.println("another mode: " + OwnJar.command("mode " + process.pid() + " MODE"));
    }
    return 0;
  }
}
