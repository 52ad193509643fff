package dev.ssot.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All commands, in the order in which somebody needs them. */
public final class Commands {
  private Commands() {}

  /** Adds them to the command line. */
  public static void addTo(CommandLine commandLine) {
    CommandLine attach = new CommandLine(new AttachCommand());
    AgentOptions.addTo(attach.getCommandSpec());
    commandLine.addSubcommand(new ListCommand());
    commandLine.addSubcommand(attach);
    commandLine.addSubcommand(new StatusCommand());
    commandLine.addSubcommand(new ReportCommand());
    commandLine.addSubcommand(new ModeSwitchCommand());
    commandLine.addSubcommand(new HeapCommand());
    commandLine.addSubcommand(new DetachCommand());
    commandLine.addSubcommand(new CompletionCommand());
    for (CommandLine each : commandLine.getSubcommands().values()) {
      each.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
    }
  }
}
