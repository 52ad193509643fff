package dev.ssot.bootstrap.zone;

import java.util.concurrent.atomic.AtomicLong;

/** Creates the agent's threads: named, daemon, without a context loader of the application. */
public final class AgentThreads implements Thread.UncaughtExceptionHandler {
  private static final AgentThreads HANDLER = new AgentThreads();

  private final AtomicLong ended = new AtomicLong();

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
   * JVM. Prints the first, then one at each doubling.
   */
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    long number = ended.incrementAndGet();
    if ((number & (number - 1)) == 0) {
      String more = number == 1 ? "" : " (" + number + " such threads so far)";
      Console.line(thread.getName() + " ended (" + thrown + "); the application goes on" + more);
    }
  }
}
