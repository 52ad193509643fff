package dev.ssot.engine.thread;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Logs failures that may happen again for ever: the first of a kind with its stack, then one line
 * each time that their number has doubled. A kind is what failed together with the class of what
 * was thrown. May be used on any thread, and runs no code of what was thrown.
 */
public final class RepeatedFailures {
  /** The number of kinds told apart; beyond it, all others are one kind. */
  private static final int KINDS = 100;

  private final Logger log;
  private final ConcurrentHashMap<String, Kind> kinds = new ConcurrentHashMap<>();

  public RepeatedFailures(Logger log) {
    this.log = log;
  }

  /**
   * Counts a failure, and logs it if it is due.
   *
   * @param kind what failed; the same text each time
   * @param problem null if nothing was thrown
   * @param pattern as SLF4J fills it in
   */
  public void warn(String kind, Throwable problem, String pattern, Object... arguments) {
    Kind of = kind(kind, problem);
    write(of, of.failures.incrementAndGet(), problem, pattern, arguments);
  }

  /**
   * Logs the latest of some failures that were counted elsewhere, if it is due.
   *
   * @param total the number so far
   */
  public void latest(String kind, long total, Throwable problem, String pattern) {
    write(kind(kind, problem), total, problem, pattern);
  }

  private Kind kind(String name, Throwable problem) {
    String key = problem == null ? name : name + ' ' + problem.getClass().getName();
    Kind known = kinds.get(key);
    if (known != null) {
      return known;
    }
    String bounded = kinds.size() < KINDS ? key : "";
    Kind fresh = new Kind();
    Kind earlier = kinds.putIfAbsent(bounded, fresh);
    return earlier == null ? fresh : earlier;
  }

  private void write(
      Kind kind, long total, Throwable problem, String pattern, Object... arguments) {
    long before = kind.due.get();
    if (total < before || !kind.due.compareAndSet(before, 2 * Long.highestOneBit(total))) {
      return;
    }
    if (before == 0) {
      log.warn(pattern, with(arguments, problem));
    } else {
      String thrown = problem == null ? "" : "; the last: " + problem.getClass().getName();
      log.warn(pattern + " ({} times so far{})", with(arguments, total, thrown));
    }
  }

  private static Object[] with(Object[] arguments, Object... more) {
    Object[] all = new Object[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return all;
  }

  /** The failures of one kind. */
  private static final class Kind {
    final AtomicLong failures = new AtomicLong();

    /** The number of failures at which the next line is due; 0 before the first. */
    final AtomicLong due = new AtomicLong();
  }
}
