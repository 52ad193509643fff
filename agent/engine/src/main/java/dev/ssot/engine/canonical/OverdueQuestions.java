package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.zone.AgentThreads;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets the JVM end although a provider hangs. The thread that asks is no daemon, so that threads
 * which the provider starts are none either; but it must not be all that keeps the JVM alive. Used
 * by the agent's thread alone.
 */
final class OverdueQuestions {
  private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

  private final Runnable end;
  private long interruptedAt;
  private boolean interrupted;
  private boolean ended;

  OverdueQuestions() {
    this(new Exit());
  }

  /**
   * @param end ends the JVM; run on a thread of its own, as the exit waits for the agent's thread
   */
  OverdueQuestions(Runnable end) {
    this.end = end;
  }

  /**
   * Looks whether the JVM would have ended but for these threads. They are interrupted first, and
   * if that does not end them, the JVM is ended.
   */
  void look(List<Thread> overdue) {
    if (overdue.isEmpty() || ended || !LastThreads.are(overdue)) {
      interrupted = false;
      return;
    }
    if (!interrupted) {
      interrupted = true;
      interruptedAt = System.nanoTime();
      for (Thread thread : overdue) {
        thread.interrupt();
      }
    } else if (System.nanoTime() - interruptedAt > GRACE) {
      ended = true;
      AgentThreads.daemon("ssot-end", end).start();
    }
  }

  /** Ends the JVM as it would have ended by itself. */
  private static final class Exit implements Runnable {
    @Override
    public void run() {
      System.exit(0);
    }
  }
}
