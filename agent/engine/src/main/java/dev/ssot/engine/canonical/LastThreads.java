package dev.ssot.engine.canonical;

import java.util.List;

/** Tells whether the JVM would have ended by now. */
final class LastThreads {
  /** The thread that waits until the others have ended, once {@code main} has returned. */
  private static final String WAITS_FOR_THE_END = "DestroyJavaVM";

  private LastThreads() {}

  /** Tells whether nothing but these threads keeps the JVM from ending. */
  static boolean are(List<Thread> threads) {
    boolean ending = false;
    for (Thread thread : all()) {
      if (thread == null || thread.isDaemon() || isAmong(threads, thread)) {
        continue;
      }
      if (!thread.getName().equals(WAITS_FOR_THE_END)) {
        return false;
      }
      ending = true;
    }
    return ending;
  }

  private static boolean isAmong(List<Thread> threads, Thread thread) {
    for (Thread each : threads) {
      if (each == thread) {
        return true;
      }
    }
    return false;
  }

  private static Thread[] all() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] all = new Thread[root.activeCount() * 2 + 64];
    while (root.enumerate(all) == all.length) { // it leaves out those that find no room
      all = new Thread[all.length * 2];
    }
    return all;
  }
}
