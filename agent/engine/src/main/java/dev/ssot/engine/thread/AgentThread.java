package dev.ssot.engine.thread;

import dev.ssot.bootstrap.zone.AgentThreads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;

/**
 * A thread of the running engine. Everything that need not happen on the application's threads
 * happens here, twice a second. A chore that may block because of the application has a thread of
 * its own.
 */
public final class AgentThread implements Runnable {
  private static final long INTERVAL = 500_000_000L;

  private final String name;
  private final RepeatedFailures log;
  private final Chore[] chores;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicLong failures = new AtomicLong();
  private volatile Thread thread;
  private volatile boolean stopped;

  /**
   * Creates a thread without starting it.
   *
   * @param log told of a chore that failed
   * @param chores in the order in which they are to be done
   */
  public AgentThread(String name, Logger log, Chore... chores) {
    this.name = name;
    this.log = new RepeatedFailures(log);
    this.chores = chores;
  }

  /** Starts the thread: the first turn comes at once. */
  public void start() {
    thread = AgentThreads.daemon(name, this);
    thread.start();
  }

  /** Lets the next turn begin now. */
  public void wake() {
    LockSupport.unpark(thread);
  }

  /** Ends the thread after the turn that is going on, and does not wait for it. */
  public void stop() {
    stopped = true;
    wake();
  }

  @Override
  public void run() {
    while (!stopped) {
      doAll();
      LockSupport.parkNanos(this, INTERVAL);
      Thread.interrupted();
    }
  }

  /**
   * Does one turn. The exit thread calls it for the last turn, because it must not wait for a sink
   * that hangs.
   */
  public void doAll() {
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
      chores[chore].perform(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    } catch (Throwable problem) {
      try {
        complain(chore, problem);
      } catch (Throwable worse) {
        // out of memory, most likely: the next turn may find some
      }
    }
  }

  /** Returns how often a chore threw. */
  public long failures() {
    return failures.get();
  }

  private void complain(int chore, Throwable problem) {
    failures.incrementAndGet();
    String name = chores[chore].getClass().getName();
    log.warn(name, problem, "{} failed; the application goes on", name);
  }
}
