package dev.ssot.cli.jvm;

/** Why a command came to nothing: a message that says what to do, and the exit code. */
public final class Failure extends Exception {
  /** What was asked for does not hold. */
  public static final int DOES_NOT_HOLD = 1;

  /** The command line is not understood, or what it names does not exist. */
  public static final int USAGE = 2;

  /** There is no such process, or it may not be entered. */
  public static final int NO_PROCESS = 3;

  /** The process has no agent. */
  public static final int NO_AGENT = 4;

  /** The agent failed, or did not answer. */
  public static final int AGENT_FAILED = 5;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  public Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public Failure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
