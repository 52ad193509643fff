package dev.ssot.bootstrap.zone;

/** Makes the agent's threads: named, daemon, without a context loader of the application. */
public final class AgentThreads {
  /** The application's default handler may end the JVM; what an agent's thread throws must not. */
  private static final Thread.UncaughtExceptionHandler SILENT =
      new Thread.UncaughtExceptionHandler() {
        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
          Console.line(thread.getName() + " ended (" + thrown + "); the application goes on");
        }
      };

  private AgentThreads() {}

  /** Not started. */
  public static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(SILENT);
    return thread;
  }
}
