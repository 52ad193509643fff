package dev.ssot.bootstrap;

import dev.ssot.bootstrap.zone.AgentClassLoader;
import dev.ssot.bootstrap.zone.Zone;

/**
 * The entry of {@code java -jar ssot-agent.jar …}, which hands over to the command line in the
 * hidden zone.
 */
public final class Main {
  private static final String COMMAND_LINE = "dev.ssot.cli.CommandLineMain";

  private Main() {}

  /** Runs the command and ends the JVM with the command's exit code. */
  public static void main(String[] arguments) throws Exception {
    AgentClassLoader loader = new AgentClassLoader(Zone.ofThisJar());
    Thread.currentThread().setContextClassLoader(loader);
    Class.forName(COMMAND_LINE, true, loader)
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }
}
