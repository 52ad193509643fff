package dev.ssot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
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
      "To observe a service, start it with the agent:",
      "  java -javaagent:ssot-agent.jar=targets=com.acme.RedisManager,report=- -jar service.jar",
      ""
    })
public final class CommandLineMain implements Runnable {
  @Spec private CommandSpec spec;

  CommandLineMain() {}

  /** Ends the JVM with 0, or with 2 for a command line that is not understood. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CommandLineMain()).execute(arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
