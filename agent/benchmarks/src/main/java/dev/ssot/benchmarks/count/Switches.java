package dev.ssot.benchmarks.count;

/** Ten switches of the agent's mode, there and back, before a benchmark begins. */
public final class Switches {
  private static final int PAIRS = 5;

  private Switches() {}

  /** Switches once in a JVM, in the variant that measures it; the last mode is {@code enforce}. */
  public static synchronized void perform(Runnable use) {
    if (Variant.ofThisJvm() != Variant.SSOT_SWITCHED) {
      return;
    }
    for (int i = 0; i < PAIRS; i++) {
      switchTo("observe", use);
      switchTo("enforce", use);
    }
  }

  private static void switchTo(String mode, Runnable use) {
    for (int i = 0; i < 20_000; i++) {
      use.run();
    }
    AgentReport.operate("mode", mode, "", "", "");
  }
}
