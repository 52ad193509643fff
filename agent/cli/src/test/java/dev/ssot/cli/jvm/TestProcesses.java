package dev.ssot.cli.jvm;

/** Processes that need not be there. */
public final class TestProcesses {
  private TestProcesses() {}

  /** Returns one that is known by its name and id alone. */
  public static JavaProcess named(String main, long pid) {
    return new JavaProcess(pid, main, "", "");
  }
}
