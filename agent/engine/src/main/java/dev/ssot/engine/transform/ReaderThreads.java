package dev.ssot.engine.transform;

import dev.ssot.bootstrap.zone.AgentThreads;
import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.stack.Privileged;
import dev.ssot.engine.weave.site.ClassFiles;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;

/**
 * Asks loaders of the application for class files on threads of the agent. Such a loader may take a
 * lock, whose owner may wait for the class that the application's thread is loading; so that thread
 * waits for a moment only, and from then on the loader is not asked any more. The JDK's own loaders
 * are asked directly: they take no other locks than to load a class.
 */
final class ReaderThreads implements Runnable {
  /** Threads that wait for work. A busy one makes another, which inherits nothing else. */
  private static final int IDLE = 2;

  /** Ends each thread that takes it, and goes back into the queue for the next one. */
  private final ReadRequest end = new ReadRequest(null, null, null);

  private final LinkedTransferQueue<ReadRequest> requests = new LinkedTransferQueue<>();
  private final AtomicInteger idle = new AtomicInteger();
  private final WeakIdentityMap<ClassLoader, Boolean> ofTheJdk = new WeakIdentityMap<>();
  private final WeakIdentityMap<ClassLoader, Object> silent = new WeakIdentityMap<>();
  private final Logger log;
  private volatile boolean stopped;

  ReaderThreads(Logger log) {
    this.log = log;
  }

  /** Starts the first thread. Must be called on a thread of the agent. */
  void start() {
    idle.incrementAndGet();
    try {
      AgentThreads.daemon("ssot-reader", this).start();
    } catch (Throwable outOfThreads) {
      idle.decrementAndGet(); // loaders are not asked, unless a busy thread comes back
    }
  }

  /**
   * Reads a class file.
   *
   * @param files of the loader
   * @return null if it is not there, or the loader did not answer in time, now or before
   */
  byte[] read(ClassFiles files, ClassLoader loader, String internalName) {
    if (isOfTheJdk(loader)) {
      return files.read(internalName);
    }
    if (silent.get(loader) != null) {
      return null;
    }
    ReadRequest request = new ReadRequest(files, loader, internalName);
    requests.add(request);
    if (stopped) { // only now, as otherwise it might be behind the end, where nobody takes it
      return null;
    }
    Object first = new Object();
    if (!request.await() && silent.getOrPut(loader, first) == first) {
      log.warn(
          "{} did not answer for {}.class while a class was loading, and is asked no more: call sites"
              + " in its classes whose constructors have parameters may stay as they are",
          loader.getClass().getName(),
          internalName);
    }
    return request.result();
  }

  @Override
  public void run() {
    do {
      ReadRequest next = next();
      if (next == end) {
        requests.add(end);
        return;
      }
      if (idle.decrementAndGet() == 0) {
        start();
      }
      next.perform();
    } while (idle.incrementAndGet() <= IDLE);
    idle.decrementAndGet();
  }

  /** Ends the threads that wait for work. */
  void stop() {
    stopped = true;
    requests.add(end);
  }

  private ReadRequest next() {
    while (true) {
      try {
        return requests.take();
      } catch (InterruptedException goesOn) {
        Thread.interrupted(); // an application may interrupt every thread that it finds
      }
    }
  }

  private boolean isOfTheJdk(ClassLoader loader) {
    Boolean known = loader == null ? Boolean.TRUE : ofTheJdk.get(loader);
    if (known == null) {
      known =
          Privileged.isNeeded()
              ? AccessController.doPrivileged(
                  new PrivilegedAction<Boolean>() {
                    @Override
                    public Boolean run() {
                      return areOfTheJdk(loader);
                    }
                  })
              : areOfTheJdk(loader);
      ofTheJdk.put(loader, known);
    }
    return known;
  }

  /** Tells whether the loader's class, and those of its parents, are the JDK's. */
  private static boolean areOfTheJdk(ClassLoader loader) {
    for (ClassLoader at = loader; at != null; at = at.getParent()) {
      if (at.getClass().getClassLoader() != null) {
        return false;
      }
    }
    return true;
  }
}
