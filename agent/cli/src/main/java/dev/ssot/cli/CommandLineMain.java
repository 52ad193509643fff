package dev.ssot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssot.cli.command.Commands;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.terminal.Terminal;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of the command line, called by name from the bootstrap zone. */
@Command(
    name = "java -jar ssot-agent.jar",
    mixinStandardHelpOptions = true,
    versionProvider = JarVersion.class,
    description = {
      "Finds, and in an emergency redirects, the constructions of a class that should have one"
          + " instance.",
      "",
      "In a process that runs, from the list to the way out:",
      "  list                                     which JVMs are there",
      "  attach 1 --targets com.acme.RedisManager observe; changes no construction",
      "  report 1                                 which lines construct it, what to do",
      "  mode 1 enforce --dry-run                 what enforce would do",
      "  mode 1 enforce --for 2h                  new calls share one instance",
      "  mode 1 observe                           back: every call constructs again",
      "  detach 1                                 out",
      "",
      "Or start a service with the agent:",
      "  java -javaagent:ssot-agent.jar=targets=com.acme.RedisManager,report=- -jar service.jar",
      ""
    },
    footer = {"", "Each command has more: attach --help"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:what was asked for does not hold",
      "2:the command line is not understood",
      "3:there is no such process, or it may not be entered",
      "4:the process has no agent",
      "5:the agent failed"
    })
public final class CommandLineMain implements Runnable {
  @Spec private CommandSpec spec;

  CommandLineMain() {}

  /** Ends the JVM with the exit code that {@code --help} documents. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Terminal.ofThisProcess()).execute(arguments));
  }

  /** Creates the command line with all commands. */
  static CommandLine commandLine(Terminal terminal) {
    CommandLine commandLine = new CommandLine(new CommandLineMain());
    Commands.addTo(commandLine, terminal);
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.hasColour() ? Ansi.ON : Ansi.OFF));
    commandLine.setExecutionExceptionHandler(
        (thrown, command, parsed) -> {
          terminal.err().println("ssot-agent: " + sentence(thrown));
          return thrown instanceof Failure ? ((Failure) thrown).exitCode() : Failure.AGENT_FAILED;
        });
    commandLine.setParameterExceptionHandler(
        (invalid, words) -> {
          terminal.err().println("ssot-agent: " + invalid.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(
              invalid, new PrintWriter(new OutputStreamWriter(terminal.err(), UTF_8), true));
          String command = invalid.getCommandLine().getCommandSpec().qualifiedName();
          terminal.err().println("help: " + command + " --help");
          return Failure.USAGE;
        });
    return commandLine;
  }

  private static String sentence(Exception thrown) {
    return thrown instanceof Failure ? thrown.getMessage() : "this command failed: " + thrown;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
