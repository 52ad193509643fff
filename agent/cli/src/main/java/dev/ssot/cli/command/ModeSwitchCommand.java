package dev.ssot.cli.command;

import dev.ssot.bootstrap.options.Durations;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.jvm.OwnJar;
import dev.ssot.cli.terminal.Progress;
import dev.ssot.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mode}: switches, says what that changes and what not, and how to go back. */
@Command(
    name = "mode",
    description = {
      "Switches the mode, and says what holds now and how to go back.",
      "",
      "off      construct and do not count",
      "observe  construct and count",
      "dry-run  also say what enforce would do",
      "enforce  yield the one shared instance instead of constructing",
      "fail     throw at a second construction (for tests)",
      "",
      "It holds for everything, or where --target, --group or --sites say, until the next switch.",
      "mode PID observe is the complete way back: it ends redirecting everywhere.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mode 1 dry-run",
      "  mode 1 enforce --group \"P1 WebSocket core\" --for 2h",
      "  mode 1 enforce --sites com.acme.ws.** --dry-run"
    })
final class ModeSwitchCommand extends AgentCommand {
  @Parameters(
      index = "1",
      paramLabel = "MODE",
      description = "off, observe, dry-run, enforce or fail")
  private String mode;

  @Option(
      names = "--target",
      defaultValue = "",
      paramLabel = "CLASS",
      description = "Only for this target.")
  private String target;

  @Option(
      names = "--group",
      defaultValue = "",
      paramLabel = "GROUP",
      description = "Only for the call sites of this group of the configuration file.")
  private String group;

  @Option(
      names = "--sites",
      defaultValue = "",
      paramLabel = "PATTERN",
      description = "Only for these call sites: com.acme.ws.** or com.acme.Registry#start.")
  private String sites;

  @Option(
      names = "--for",
      defaultValue = "",
      paramLabel = "TIME",
      description = "For a time, such as 30m or 2h; then it goes back by itself.")
  private String time;

  @Option(names = "--dry-run", description = "Say what it would do, and change nothing.")
  private boolean dryRun;

  ModeSwitchCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void check() throws Failure {
    try {
      Mode.of(mode);
      if (!time.isEmpty()) {
        Durations.parse(time);
      }
    } catch (IllegalArgumentException invalid) {
      throw new Failure(Failure.USAGE, invalid.getMessage(), invalid);
    }
    if (!group.isEmpty() && !sites.isEmpty()) {
      throw new Failure(Failure.USAGE, "give --group or --sites, not both");
    }
  }

  @Override
  int perform(JavaProcess process, AgentConnection agent) throws Failure {
    if (dryRun) {
      out.println(
          Progress.during(
              terminal,
              "looking what would change",
              () -> agent.answer("preview", mode, target, group, sites, time)));
      return FINE;
    }
    out.println(
        Progress.during(
            terminal,
            "switching",
            () -> agent.answer("mode", mode, target, group, sites, time, "cli")));
    if (!mode.equals(Mode.OBSERVE.toString())) {
      out.println("go back: " + OwnJar.command("mode " + process.pid() + " observe"));
    }
    return FINE;
  }
}
