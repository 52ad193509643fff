package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.zone.AgentThreads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Creates the threads on which providers are called. It does so on a thread of its own, because a
 * new thread inherits priority, group and inheritable thread-locals from its creator, and copying
 * those would run code of the application on the application's thread.
 */
final class ProviderThreads implements Runnable {
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private boolean started;

  /** Starts the thread. Must be called on a thread of the agent, before anything is redirected. */
  synchronized void start() {
    if (!started) {
      started = true;
      AgentThreads.daemon("ssot-providers", this).start();
    }
  }

  /**
   * Runs the work on a new thread.
   *
   * @param loader of the target, as context loader of the thread
   */
  void run(Runnable work, ClassLoader loader) {
    calls.add(new Call(work, loader));
  }

  @Override
  public void run() {
    while (true) {
      try {
        calls.take().start();
      } catch (InterruptedException goesOn) {
        // an application may interrupt every thread that it finds
      } catch (Throwable outOfThreads) {
        // the threads that wait for the instance get none, and their wait is bounded
      }
    }
  }

  private static final class Call {
    private final Runnable work;
    private final ClassLoader loader;

    Call(Runnable work, ClassLoader loader) {
      this.work = work;
      this.loader = loader;
    }

    /**
     * Starts a thread that is no daemon. Threads that a provider starts (a pool's evictor, a
     * client's event loop) inherit this and must live on as if the application had started them.
     */
    void start() {
      Thread thread = new Thread(work, "ssot-canonical");
      thread.setDaemon(false);
      thread.setContextClassLoader(loader);
      thread.start();
    }
  }
}
