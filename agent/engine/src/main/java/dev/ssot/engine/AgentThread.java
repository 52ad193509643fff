package dev.ssot.engine;

import dev.ssot.bootstrap.zone.AgentThreads;
import dev.ssot.engine.logging.EngineLog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;

/**
 * A thread of the running engine: whatever need not happen on the application's threads happens
 * here, twice a second. What may block because of the application has a thread of its own.
 */
final class AgentThread implements Runnable {
  private static final Logger LOG = EngineLog.logger();
  private static final long INTERVAL = 500_000_000L;

  private final String name;
  private final Chore[] chores;
  private final boolean[] failed;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicLong failures = new AtomicLong();
  private volatile Thread thread;

  /** In the order in which they are to be done. */
  AgentThread(String name, Chore... chores) {
    this.name = name;
    this.chores = chores;
    this.failed = new boolean[chores.length];
  }

  void start() {
    thread = AgentThreads.daemon(name, this);
    thread.start();
  }

  /** There is something to do that should not wait for the next turn. */
  void wake() {
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    while (true) {
      doAll();
      LockSupport.parkNanos(this, INTERVAL);
      Thread.interrupted();
    }
  }

  /** Also at exit, on the exit thread, which must not wait for a sink that hangs. */
  void doAll() {
    try {
      if (!turn.tryLock(2, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException givesUpItsTurn) {
      return;
    }
    try {
      for (int i = 0; i < chores.length; i++) {
        perform(i);
      }
    } finally {
      turn.unlock();
    }
  }

  private void perform(int chore) {
    try {
      chores[chore].perform(System.currentTimeMillis());
    } catch (Throwable problem) {
      try {
        complain(chore, problem);
      } catch (Throwable worse) {
        // out of memory, most likely: the next turn may find some
      }
    }
  }

  /** How often a chore threw. */
  long failures() {
    return failures.get();
  }

  private void complain(int chore, Throwable problem) {
    failures.incrementAndGet();
    if (!failed[chore]) {
      failed[chore] = true;
      LOG.warn("{} failed; said once", chores[chore].getClass().getName(), problem);
    }
  }

  /** Something to do twice a second. */
  interface Chore {
    /**
     * Once.
     *
     * @param now in milliseconds since the epoch
     */
    void perform(long now) throws Exception;
  }
}
