package dev.ssot.cli.jvm;

import java.nio.file.Paths;

/** A JVM of this machine, as it is seen from outside. */
public final class JavaProcess {
  private static final String JAR = ".jar";

  private final long pid;
  private final String command;
  private final String version;
  private final String arguments;

  /**
   * Creates a description.
   *
   * @param command main class or jar, then the arguments; empty if it is not known
   * @param version of Java; empty if it is not known
   * @param arguments of the JVM; empty if they are not known
   */
  JavaProcess(long pid, String command, String version, String arguments) {
    this.pid = pid;
    this.command = command;
    this.version = version;
    this.arguments = arguments;
  }

  static JavaProcess of(long pid, PerfData data) {
    return new JavaProcess(
        pid,
        data.text("sun.rt.javaCommand"),
        data.text("java.property.java.version"),
        data.text("java.rt.vmArgs") + " " + data.text("java.rt.vmFlags"));
  }

  public long pid() {
    return pid;
  }

  /** Returns the version of Java; empty if it is not known. */
  public String version() {
    return version;
  }

  /** Returns the main class, or the name of the jar; empty if it is not known. */
  public String main() {
    int space = command.indexOf(' ');
    String first = space < 0 ? command : command.substring(0, space);
    int jar = command.indexOf(JAR);
    if (jar < 0 || (first.indexOf('/') < 0 && !first.endsWith(JAR))) {
      return first;
    }
    String path = command.substring(0, jar + JAR.length());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns what messages call it: {@code chat-service.jar (1)}. */
  public String name() {
    return main().isEmpty() ? "process " + pid : main() + " (" + pid + ")";
  }

  /** Tells whether the JVM was started with a flag, such as {@code -XX:+DisableAttachMechanism}. */
  boolean hasArgument(String flag) {
    return (" " + arguments.trim() + " ").contains(" " + flag + " ");
  }

  /** Returns what {@code -D} gives a property; empty if the JVM was started without it. */
  String property(String name) {
    String value = "";
    for (String each : arguments.trim().split(" +", -1)) {
      if (each.startsWith("-D" + name + "=")) {
        value = each.substring(name.length() + 3);
      }
    }
    return value;
  }

  /** Tells whether it has another id there than here, or a /tmp of its own. */
  boolean isInOtherContainer() {
    ProcFiles files = new ProcFiles(pid);
    return ProcFiles.areThere()
        && (!files.innerPid().equals(Long.toString(pid))
            || (files.root().isOpen() && !files.root().hasSame(Paths.get("/tmp"))));
  }

  /**
   * Checks that the agent can be asked: JMX listens on the loopback of the process.
   *
   * @throws Failure if that is not ours
   */
  public void checkNetwork() throws Failure {
    if (new ProcFiles(pid).hasOtherNetwork()) {
      throw AttachFailures.otherNetwork(this);
    }
  }

  /**
   * Checks that the agent will find the configuration file.
   *
   * @throws Failure if the process has another file there, or none
   */
  public void checkConfig(String file) throws Failure {
    TargetRoot root = new ProcFiles(pid).root();
    if (root.isOpen() && !root.hasSame(Paths.get(file))) {
      throw AttachFailures.unseenConfig(this, file);
    }
  }

  /**
   * Tells whether the agent may be in it: its threads are seen, or cannot be looked for from
   * outside.
   */
  public boolean mayHaveAgent() {
    return hasAgentThreads() || new ProcFiles(pid).threads().isEmpty();
  }

  /** Tells whether threads of the agent are seen from outside. */
  public boolean hasAgentThreads() {
    for (String each : new ProcFiles(pid).threads()) {
      if (each.startsWith("ssot-")) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether its version is one before Java 8. */
  boolean isTooOld() {
    return version.matches("1\\.[0-7]\\..*");
  }
}
