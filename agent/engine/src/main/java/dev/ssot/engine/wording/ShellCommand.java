package dev.ssot.engine.wording;

import dev.ssot.engine.snapshot.AgentSnapshot;

/** A command of the agent's own jar, to be copied into a shell. */
final class ShellCommand {
  private static final String JAR = "java -jar ssot-agent.jar ";

  private ShellCommand() {}

  /**
   * Returns a command for the JVM of a snapshot.
   *
   * @param arguments what follows the process id, each of them one word for the shell
   */
  static String of(AgentSnapshot agent, String command, String... arguments) {
    long pid = agent.jvm.get().pid;
    StringBuilder line = new StringBuilder(JAR).append(command).append(' ');
    line.append(pid < 0 ? "PID" : Long.toString(pid));
    for (String each : arguments) {
      line.append(' ').append(quoted(each));
    }
    return line.toString();
  }

  /** Quotes what a shell would take apart or expand: names of groups may contain anything. */
  private static String quoted(String word) {
    return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!letter && (c < '0' || c > '9') && "._-+/:".indexOf(c) < 0) {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
