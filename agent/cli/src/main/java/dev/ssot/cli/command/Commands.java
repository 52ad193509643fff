package dev.ssot.cli.command;

import dev.ssot.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All commands, in the order in which somebody needs them. */
public final class Commands {
  private Commands() {}

  /** Adds them to the command line; what they say goes to the terminal. */
  public static void addTo(CommandLine commandLine, Terminal terminal) {
    CommandLine attach = new CommandLine(new AttachCommand(terminal));
    AgentOptions.addTo(attach.getCommandSpec());
    commandLine.addSubcommand(new ListCommand(terminal));
    commandLine.addSubcommand(attach);
    commandLine.addSubcommand(new StatusCommand(terminal));
    commandLine.addSubcommand(new ReportCommand(terminal));
    commandLine.addSubcommand(new ModeSwitchCommand(terminal));
    commandLine.addSubcommand(new HeapCommand(terminal));
    commandLine.addSubcommand(new DetachCommand(terminal));
    commandLine.addSubcommand(new CompletionCommand());
    for (CommandLine each : commandLine.getSubcommands().values()) {
      each.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
    }
  }
}
