package dev.ssot.bootstrap.zone;

/** Shutdown hook: normal exit, SIGTERM and Ctrl-C; not SIGKILL, for which {@code report.every}. */
public final class ExitHook extends Thread {
  private final EngineStarter starter;

  /** Registered by whoever makes it. */
  public ExitHook(EngineStarter starter) {
    super("ssot-exit");
    this.starter = starter;
  }

  @Override
  public void run() {
    try {
      AgentEngine engine = starter.engineAtExit();
      if (engine != null) {
        engine.exit();
      }
    } catch (Throwable failed) {
      Console.line("no report at exit (" + failed + ")");
    }
  }
}
