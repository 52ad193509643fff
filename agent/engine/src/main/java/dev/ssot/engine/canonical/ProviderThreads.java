package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.zone.AgentThreads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Makes the threads on which providers are called. On a thread of its own, because a new thread
 * inherits from the one that makes it: priority, group, and inheritable thread-locals, whose
 * copying would run the application's code on the application's thread.
 */
final class ProviderThreads implements Runnable {
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private boolean started;

  /** Starts the thread, on none of the application's, and before anything is to be redirected. */
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
        // whoever waits for the instance waits in vain, for a bounded time
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
     * Starts a thread that is no daemon: what a provider starts (a pool's evictor, a client's event
     * loop) inherits that and has to live on as if the application had started it.
     */
    void start() {
      Thread thread = new Thread(work, "ssot-canonical");
      thread.setDaemon(false);
      thread.setContextClassLoader(loader);
      thread.start();
    }
  }
}
