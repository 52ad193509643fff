package dev.ssot.engine.transform;

import dev.ssot.engine.weave.site.ClassFiles;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A class file that a thread of the agent reads while a thread of the application waits. */
final class ReadRequest {
  /** The time between two looks at the reader. */
  private static final long TURN_MILLIS = 50;

  /** After how many turns to give up a reader that waits for a lock, or one that runs. */
  private static final int STUCK_TURNS = 6;

  private static final int TURNS = 40;

  private final ClassFiles files;
  private final ClassLoader loader;
  private final String internalName;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Thread reader;
  private volatile byte[] result;

  ReadRequest(ClassFiles files, ClassLoader loader, String internalName) {
    this.files = files;
    this.loader = loader;
    this.internalName = internalName;
  }

  /** Reads on the current thread, whose context loader is the loader meanwhile. */
  void perform() {
    Thread thread = Thread.currentThread();
    reader = thread;
    try {
      thread.setContextClassLoader(loader);
      result = files.read(internalName);
    } catch (Throwable unreadable) {
      result = null; // whatever a loader of the application throws
    } finally {
      thread.setContextClassLoader(null);
      reader = null;
      done.countDown();
    }
  }

  /** Waits for the end, even if the thread is interrupted; returns false if it gave up. */
  boolean await() {
    boolean interrupted = false;
    int stuck = 0;
    for (int turn = 0; turn < TURNS && stuck < STUCK_TURNS; turn++) {
      try {
        if (done.await(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
        stuck = isStuck() ? stuck + 1 : 0;
      } catch (InterruptedException goesOn) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return done.getCount() == 0;
  }

  private boolean isStuck() {
    Thread thread = reader;
    return thread != null && thread.getState() != Thread.State.RUNNABLE;
  }

  /** Returns null as long as nothing was read. */
  byte[] result() {
    return result;
  }
}
