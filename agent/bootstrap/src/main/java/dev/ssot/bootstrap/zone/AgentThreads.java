package dev.ssot.bootstrap.zone;

/** Makes the agent's threads: named, daemon, without a context loader of the application. */
public final class AgentThreads implements Thread.UncaughtExceptionHandler {
  private static final AgentThreads HANDLER = new AgentThreads();

  private AgentThreads() {}

  /** Makes a thread, and leaves it to the caller to start it. */
  public static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(HANDLER);
    return thread;
  }

  /** Stands before the application's default handler, which may end the JVM. */
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    Console.line(thread.getName() + " ended (" + thrown + "); the application goes on");
  }
}
