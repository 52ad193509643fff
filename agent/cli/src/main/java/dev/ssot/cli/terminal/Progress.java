package dev.ssot.cli.terminal;

import java.io.PrintStream;

/**
 * The line on a terminal that says what is being waited for, from the second second on. It is gone
 * when the work is done.
 */
public final class Progress {
  private static final long STEP_MILLIS = 1_000;
  private static final String CLEARED = "\r\u001b[K";

  private final PrintStream err;
  private final String what;
  private final Thread thread;
  private boolean done;
  private boolean shown;

  private Progress(PrintStream err, String what, boolean visible) {
    this.err = err;
    this.what = what;
    this.thread = new Thread(this::show, "progress");
    thread.setDaemon(true);
    if (visible) {
      thread.start();
    }
  }

  /**
   * Works, and shows that something is going on if somebody looks.
   *
   * @param what is done, such as {@code attaching}
   */
  public static <T, E extends Exception> T during(Terminal terminal, String what, Work<T, E> work)
      throws E {
    Progress progress = new Progress(terminal.err(), what, terminal.showsProgress());
    try {
      return work.run();
    } finally {
      progress.end();
    }
  }

  private synchronized void show() {
    try {
      for (int seconds = 0; !done; seconds++) {
        if (seconds > 0) {
          shown = true;
          err.print(CLEARED + what + " … " + seconds + " s");
          err.flush();
        }
        wait(STEP_MILLIS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    if (shown) {
      err.print(CLEARED);
      err.flush();
    }
  }

  private void end() {
    synchronized (this) {
      done = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What takes its time. */
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }
}
