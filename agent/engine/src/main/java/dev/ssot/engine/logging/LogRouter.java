package dev.ssot.engine.logging;

import dev.ssot.bootstrap.options.LogTarget;
import dev.ssot.engine.bridge.ClassBytes;
import java.io.PrintStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes the engine's log lines on any thread and writes them on the agent's. Appending takes no
 * lock and runs only code of the agent, since it happens inside constructors and class loading of
 * the application. A line that is logged while another one is written waits for the next tick, so
 * that an appender that constructs a target can neither recurse nor flood the log.
 */
public final class LogRouter {
  static final int CAPACITY = 1_000;
  static final int LINES_PER_SECOND = 100;
  private static final long EXIT_WAIT_MILLIS = 200;

  private final Queue<LogLine> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final ApplicationLogs applications = new ApplicationLogs();

  /** Null until the options are known; until then lines wait. */
  private volatile LogSink sink;

  /** Held by the thread that writes; guards the fields below. Only threads of the agent take it. */
  private final Semaphore turn = new Semaphore(1);

  private long secondStart;
  private int writtenInSecond;

  /** Lines lost so far, and at how many the next line about it is due. */
  private long lost;

  private long lostDue = 1;

  LogRouter() {}

  /** Sets where lines go. */
  public void open(LogTarget target, PrintStream stderr, ClassBytes bytes) {
    sink = sink(target, new StderrSink(stderr), bytes);
  }

  private LogSink sink(LogTarget target, LogSink stderr, ClassBytes bytes) {
    switch (target.kind()) {
      case AUTO:
        return new ApplicationSink(applications, bytes, stderr);
      case FILE:
        return new FileSink(target.path(), stderr);
      case NONE:
        return new NoSink();
      default:
        return stderr;
    }
  }

  /**
   * Notes that the application loads {@code org.slf4j.LoggerFactory} in this loader, which is held
   * weakly.
   */
  public void loaderSeen(ClassLoader loader) {
    applications.seen(loader);
  }

  /** Prefers the log of this loader, which loaded a target and is held weakly. */
  public void prefer(ClassLoader loader) {
    applications.prefer(loader);
  }

  void append(LogLine line) {
    if (waiting.incrementAndGet() > CAPACITY) {
      waiting.decrementAndGet();
      dropped.incrementAndGet();
    } else {
      lines.add(line);
    }
  }

  /**
   * Writes the waiting lines, at most 100 a second. May run code of the application's logger, so it
   * is called on a daemon thread of the agent, a few times a second.
   *
   * @param nowMillis of a clock that does not jump, such as {@code System.nanoTime()}
   */
  public void tick(long nowMillis) {
    if (sink == null || !hasLines() || !turn.tryAcquire()) {
      return;
    }
    try {
      LogSink to = sink;
      if (to.isReady(nowMillis)) {
        write(to, nowMillis);
      }
    } finally {
      turn.release();
    }
  }

  private void write(LogSink to, long nowMillis) {
    if (nowMillis - secondStart >= 1_000 || nowMillis < secondStart) {
      secondStart = nowMillis;
      writtenInSecond = 0;
    }
    boolean newSecond = writtenInSecond == 0;
    writtenInSecond += writeLines(to, LINES_PER_SECOND - writtenInSecond);
    if (newSecond) {
      writeDropped(to, lostDue);
    }
  }

  /**
   * Writes the lines that still wait to stderr or to the file. It does not use the application's
   * log, which may be shut down already, or may block and delay the exit of the JVM; call {@link
   * #tick} before to write to it.
   */
  public void flush() {
    if (sink == null) {
      return;
    }
    boolean mine = awaitTurn();
    try {
      LogSink to = sink.atExit();
      writeLines(to, CAPACITY);
      writeDropped(to, 1);
    } finally {
      if (mine) {
        turn.release();
      }
    }
  }

  /** Waits a moment for a tick in progress, but not for one that hangs in an appender. */
  private boolean awaitTurn() {
    try {
      return turn.tryAcquire(EXIT_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Writes the lines that wait now; lines that are added by writing them are left for the next
   * time.
   */
  private int writeLines(LogSink to, int most) {
    int count = Math.min(most, waiting.get());
    for (int written = 0; written < count; written++) {
      LogLine line = lines.poll();
      if (line == null) {
        return written;
      }
      waiting.decrementAndGet();
      to.write(line);
    }
    return count;
  }

  /**
   * Tells of lines that were lost since the last time.
   *
   * @param due how many must be lost altogether
   */
  private void writeDropped(LogSink to, long due) {
    long more = dropped.get();
    if (more == 0 || lost + more < due) {
      return;
    }
    dropped.addAndGet(-more);
    lost += more;
    lostDue = 2 * Long.highestOneBit(lost);
    to.write(
        LogLine.of(
            lost + " log lines were dropped: more than " + CAPACITY + " waited to be written"));
  }

  private boolean hasLines() {
    return waiting.get() > 0 || dropped.get() > 0;
  }
}
