package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.zone.AgentThreads;
import dev.ssot.bootstrap.zone.Console;

/**
 * The shutdown hook. It runs at normal exit, SIGTERM and Ctrl-C, but not at SIGKILL, which {@code
 * report.every} is for. Writing may block (a pipe that nobody reads, a dead file system, a logger
 * whose lock the exiting thread holds), so it happens on a thread of its own, and the wait for it
 * is bounded.
 */
final class ExitHook extends Thread {
  private final EngineStarter starter;
  private final long patienceMillis;

  /**
   * Creates the hook; the caller registers it.
   *
   * @param patienceMillis how long the exit waits for what is to be written
   */
  ExitHook(EngineStarter starter, long patienceMillis) {
    super("ssot-exit");
    this.starter = starter;
    this.patienceMillis = patienceMillis;
  }

  @Override
  public void run() {
    try {
      Thread writing = AgentThreads.daemon("ssot-last-words", new LastWords(starter));
      writing.start();
      writing.join(patienceMillis);
    } catch (Throwable failed) {
      Console.line("no report at exit (" + failed + ")");
    }
  }

  /** Writes the output of the exit. */
  private static final class LastWords implements Runnable {
    private final EngineStarter starter;

    LastWords(EngineStarter starter) {
      this.starter = starter;
    }

    @Override
    public void run() {
      try {
        AgentEngine engine = starter.engineAtExit();
        if (engine != null) {
          engine.shutdown();
        }
      } catch (Throwable failed) {
        Console.line("no report at exit (" + failed + ")");
      }
    }
  }
}
