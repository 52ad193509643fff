package dev.ssot.cli.command;

import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.jvm.OwnJar;
import dev.ssot.cli.terminal.Progress;
import dev.ssot.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code detach}: the agent leaves the process. */
@Command(
    name = "detach",
    description = {
      "Takes the agent out of the process: every call site constructs as before.",
      "It refuses while objects that think they own a shared instance may still close it for all;"
          + " --force leaves all the same."
    })
final class DetachCommand extends AgentCommand {
  @Option(names = "--force", description = "Leave even if shared instances lose their protection.")
  private boolean force;

  DetachCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int perform(JavaProcess process, AgentConnection agent) throws Failure {
    try {
      out.println(Progress.during(terminal, "detaching", () -> agent.call("detach", force)));
      return FINE;
    } catch (Failure refused) {
      boolean helps = String.valueOf(refused.getMessage()).endsWith(" with force");
      if (force || refused.exitCode() != Failure.DOES_NOT_HOLD || !helps) {
        throw refused;
      }
      String command = OwnJar.command("detach " + process.pid() + " --force");
      throw new Failure(
          Failure.DOES_NOT_HOLD, refused.getMessage() + "\nwith force: " + command, refused);
    }
  }
}
