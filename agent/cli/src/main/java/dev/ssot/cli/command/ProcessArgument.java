package dev.ssot.cli.command;

import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.jvm.JavaProcesses;
import dev.ssot.cli.terminal.Progress;
import dev.ssot.cli.terminal.Terminal;
import picocli.CommandLine.Parameters;

/** The first argument of almost every command: which JVM. */
final class ProcessArgument {
  @Parameters(
      index = "0",
      paramLabel = "PID",
      description =
          "Process id, as the command list shows it; or a part of the main class or of the name of"
              + " the jar that no other JVM has.")
  private String wanted;

  JavaProcess find() throws Failure {
    return JavaProcesses.find(wanted);
  }

  /** Connects to the agent in that JVM. */
  AgentConnection connect(JavaProcess process, Terminal terminal) throws Failure {
    return Progress.during(
        terminal, "connecting to " + process.name(), () -> AgentConnection.to(process));
  }
}
