package dev.ssot.cli.command;

import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.terminal.Terminal;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that asks the agent in one JVM. */
@Command(
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:what was asked for does not hold",
      "2:the command line is not understood",
      "3:there is no such process, or it may not be entered",
      "4:the process has no agent",
      "5:the agent failed"
    })
abstract class AgentCommand implements Callable<Integer> {
  static final int FINE = 0;

  final Terminal terminal;
  final PrintStream out;

  @Mixin private ProcessArgument argument;

  AgentCommand(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  @Override
  public Integer call() throws Failure {
    check();
    JavaProcess process = argument.find();
    try (AgentConnection agent = argument.connect(process, terminal)) {
      return perform(process, agent);
    }
  }

  /**
   * Checks what was given, before the process is touched.
   *
   * @throws Failure if something is not valid
   */
  void check() throws Failure {}

  /** Does it, and returns the exit code. */
  abstract int perform(JavaProcess process, AgentConnection agent) throws Failure;
}
