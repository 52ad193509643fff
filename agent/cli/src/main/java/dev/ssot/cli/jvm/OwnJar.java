package dev.ssot.cli.jvm;

import dev.ssot.bootstrap.SsotAgent;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.nio.file.Paths;

/** The jar that runs: what is loaded into other JVMs, and how to call it again. */
public final class OwnJar {
  private OwnJar() {}

  /** Returns the absolute path. */
  public static Path path() {
    try {
      return Paths.get(SsotAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toAbsolutePath();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the version and the commit in the manifest; null where classes come from a folder. */
  public static String version() {
    return SsotAgent.class.getPackage().getImplementationVersion();
  }

  /** Returns how to call a command from here, as this one was called: to be copied as it is. */
  public static String command(String arguments) {
    String jar = System.getProperty("java.class.path", "");
    boolean plain = jar.endsWith(".jar") && jar.matches("[\\w./+-]+");
    return "java -jar " + (plain ? jar : "ssot-agent.jar") + " " + arguments;
  }
}
