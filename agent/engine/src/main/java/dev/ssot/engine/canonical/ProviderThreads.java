package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.zone.AgentThreads;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Creates the threads on which providers are called. It does so on a thread of its own, because a
 * new thread inherits priority, group and inheritable thread-locals from its creator, and copying
 * those would run code of the application on the application's thread. Work is handed over without
 * a lock: an application's thread that ran out of stack in one would never release it.
 */
final class ProviderThreads implements Runnable {
  /** The longest park: a thread that runs out of stack may add a call and wake nobody. */
  private static final long PARK_NANOS = 500_000_000L;

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private volatile Thread thread;
  private volatile boolean stopped;

  /** Starts the thread. Must be called on a thread of the agent, before anything is redirected. */
  synchronized void start() {
    if (thread == null) {
      thread = AgentThreads.daemon("ssot-providers", this);
      thread.start();
    }
  }

  /**
   * Runs the work on a new thread.
   *
   * @param loader of the target, as context loader of the thread
   */
  void run(Runnable work, ClassLoader loader) {
    calls.add(new Call(work, loader));
    LockSupport.unpark(thread);
  }

  /** Ends the thread. From then on nobody is asked. */
  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    while (!stopped) {
      Call call = calls.poll();
      if (call == null) {
        LockSupport.parkNanos(this, PARK_NANOS);
        Thread.interrupted(); // an application may interrupt every thread that it finds
      } else {
        start(call);
      }
    }
  }

  private static void start(Call call) {
    try {
      call.start();
    } catch (Throwable outOfThreads) {
      // the threads that wait for the instance get none, and their wait is bounded
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
