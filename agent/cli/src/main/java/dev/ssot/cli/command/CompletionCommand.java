package dev.ssot.cli.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: prints the script by which a shell completes commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script that completes commands and options in bash and zsh, for the alias ssot:",
      "  alias ssot='java -jar /opt/ssot-agent.jar'",
      "  source <(ssot completion)"
    })
final class CompletionCommand implements Runnable {
  private static final String ALIAS = "ssot";

  @Spec private CommandSpec spec;

  CompletionCommand() {}

  @Override
  public void run() {
    System.out.print(AutoComplete.bash(ALIAS, spec.root().commandLine()));
    System.out.flush();
  }
}
