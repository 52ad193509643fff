package dev.ssot.cli.jvm;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Says why a JVM cannot be entered, and what to do: each cause has its own message. */
final class AttachFailures {
  private static final String SWITCHED_OFF = "-XX:+DisableAttachMechanism";

  private AttachFailures() {}

  /** Explains why a process does not look like a JVM. */
  static Failure noJvm(long pid, ProcFiles files) {
    String owner = files.owner();
    if (!files.hasReadableMap() && owner != null && !isThisUser(owner)) {
      return new Failure(Failure.NO_PROCESS, ofAnother("process " + pid, owner));
    }
    return new Failure(
        Failure.NO_PROCESS,
        "process "
            + pid
            + " is no HotSpot JVM ("
            + files.programName()
            + "); the JVMs are listed by: "
            + OwnJar.command("list"));
  }

  /**
   * Looks for what would make an attach fail, before anything is sent to the JVM.
   *
   * @throws Failure if there is something
   */
  static void check(JavaProcess process) throws Failure {
    ProcFiles files = new ProcFiles(process.pid());
    if (process.isTooOld()) {
      throw new Failure(
          Failure.NO_PROCESS,
          process.name() + " runs on Java " + process.version() + "; the agent needs Java 8");
    }
    if (process.hasArgument(SWITCHED_OFF)) {
      throw new Failure(
          Failure.NO_PROCESS,
          process.name()
              + " was started with "
              + SWITCHED_OFF
              + ": nothing can be attached; start it with -javaagent:"
              + OwnJar.path());
    }
    if (files.isStopped()) {
      throw new Failure(
          Failure.NO_PROCESS,
          process.name()
              + " is stopped and cannot answer; continue it: kill -CONT "
              + process.pid());
    }
    String owner = files.owner();
    if (owner != null && !isThisUser(owner) && !isRoot()) {
      throw new Failure(Failure.NO_PROCESS, ofAnother(process.name(), owner));
    }
  }

  /** Says that this runtime attaches within its own container only. */
  static Failure otherContainer(JavaProcess process) {
    return new Failure(
        Failure.NO_PROCESS,
        process.name()
            + " runs in another container, into which Java "
            + System.getProperty("java.version")
            + " cannot attach: call this jar by the java of 11 or later");
  }

  /** Says that the loopback of a JVM is not ours. */
  static Failure otherNetwork(JavaProcess process) {
    return new Failure(
        Failure.NO_PROCESS,
        process.name()
            + " has a network of its own, in which alone its JMX can be reached: call this there, as in"
            + " a container of the same pod, or by nsenter --net --target "
            + process.pid()
            + ", before java");
  }

  /** Says that the file system of a JVM may not be looked into. */
  static Failure closedRoot(JavaProcess process) {
    return new Failure(
        Failure.NO_PROCESS,
        process.name()
            + " keeps its files closed (/proc/"
            + process.pid()
            + "/root), so it is not known whether it can read the agent's jar: call this as the user of"
            + " that process, with no fewer capabilities than it has");
  }

  /**
   * Says that a JVM in another container cannot be given the jar.
   *
   * @param failures of each attempt to write it there
   */
  static Failure noCopy(JavaProcess process, Path jar, String failures) {
    return new Failure(
        Failure.NO_PROCESS,
        process.name()
            + " runs in another container, which has no file "
            + jar
            + ", and no copy can be made there ("
            + failures
            + "): give that container a /tmp that can be written, without which no JVM can be attached"
            + " to, and call this as its user");
  }

  /** Says that a JVM in another container does not find the configuration file. */
  static Failure unseenConfig(JavaProcess process, String file) {
    return new Failure(
        Failure.NO_PROCESS,
        process.name()
            + " runs in another container and does not see "
            + file
            + " as it is here: mount the file in both, or give the options one by one; nothing was"
            + " loaded");
  }

  /** Explains what the attach API threw. */
  static Failure explain(JavaProcess process, Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    String owner = new ProcFiles(process.pid()).owner();
    if (message.contains("EnableDynamicAgentLoading")
        || message.contains("Dynamic agent loading is not enabled")) {
      return new Failure(
          Failure.NO_PROCESS,
          process.name()
              + " does not allow agents to be loaded while it runs; start it with"
              + " -XX:+EnableDynamicAgentLoading, or with -javaagent:"
              + OwnJar.path(),
          thrown);
    }
    if (!new ProcFiles(process.pid()).exist() && ProcFiles.areThere()) {
      return new Failure(Failure.NO_PROCESS, process.name() + " has ended", thrown);
    }
    if (owner != null && !isThisUser(owner)) {
      return new Failure(Failure.NO_PROCESS, ofAnother(process.name(), owner), thrown);
    }
    if (message.contains("Unable to open socket file") || message.contains("doesn't respond")) {
      return new Failure(
          Failure.NO_PROCESS,
          process.name()
              + " did not answer within ten seconds: it may be busy with a garbage collection, or"
              + " have been started with "
              + SWITCHED_OFF
              + " (it then printed its stacks on stdout instead), which allows -javaagent only",
          thrown);
    }
    return new Failure(
        Failure.NO_PROCESS, process.name() + " cannot be attached to: " + thrown, thrown);
  }

  /**
   * Explains a refusal of the agent's jar.
   *
   * @param code as {@code instrument} of the JDK counts its failures
   */
  static Failure refusedJar(JavaProcess process, Path jar, String code, Throwable thrown) {
    boolean unreadable = code.equals("100") || code.equals("101");
    return new Failure(
        unreadable ? Failure.NO_PROCESS : Failure.AGENT_FAILED,
        unreadable
            ? process.name()
                + " cannot read "
                + jar
                + ": make it readable for the user of that process, all folders above it included"
            : process.name()
                + " did not take the agent ("
                + thrown.getMessage()
                + "); its stderr may say why. Do not try again and again: each attempt costs that"
                + " JVM a little memory",
        thrown);
  }

  /** Says that this runtime has no way to attach. */
  static Failure noAttachApi() {
    return new Failure(
        Failure.NO_PROCESS,
        "the Java runtime in "
            + System.getProperty("java.home")
            + " cannot attach to other JVMs: call this jar by the java of a JDK, or by any of Java 16"
            + " or later on Linux; or start the service with -javaagent:"
            + OwnJar.path());
  }

  /**
   * Says that a JVM opens no connector.
   *
   * @param thrown null if it did not say why
   */
  static Failure noJmx(JavaProcess process, Exception thrown) {
    return new Failure(
        Failure.AGENT_FAILED,
        process.name()
            + " cannot be asked over JMX"
            + (thrown == null ? "" : " (" + thrown + ")")
            + "; it may be a runtime image without the module jdk.management.agent. The agent's"
            + " options report and http do without",
        thrown);
  }

  private static String ofAnother(String process, String owner) {
    return process
        + " belongs to "
        + owner
        + ", and a JVM answers its own user only: sudo -u "
        + (owner.matches("\\d+") ? "'#" + owner + "'" : owner)
        + " "
        + OwnJar.command("…");
  }

  /** Tells whether the command runs as a user; for root the files of all users are readable. */
  private static boolean isThisUser(String name) {
    String self = new ProcFiles(selfPid()).owner();
    return name.equals(self == null ? System.getProperty("user.name") : self);
  }

  /** An image may have no names of users. */
  private static boolean isRoot() {
    return isThisUser("root") || isThisUser("0");
  }

  private static long selfPid() {
    String name = ManagementFactory.getRuntimeMXBean().getName();
    int at = name.indexOf('@');
    try {
      return at < 0 ? -1 : Long.parseLong(name.substring(0, at));
    } catch (NumberFormatException another) {
      return -1;
    }
  }
}
