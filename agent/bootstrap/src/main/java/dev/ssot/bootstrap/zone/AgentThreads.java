package dev.ssot.bootstrap.zone;

/** Creates the agent's threads: named, daemon, without a context loader of the application. */
public final class AgentThreads implements Thread.UncaughtExceptionHandler {
  private static final AgentThreads HANDLER = new AgentThreads();

  private AgentThreads() {}

  /** Creates a thread, which the caller starts. */
  public static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(HANDLER);
    return thread;
  }

  /**
   * Handles an uncaught exception instead of the application's default handler, which may end the
   * JVM.
   */
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    Console.line(thread.getName() + " ended (" + thrown + "); the application goes on");
  }
}
