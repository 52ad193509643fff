package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.zone.AgentThreads;
import dev.ssot.bootstrap.zone.Console;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts the engine, on a thread of its own, when the first class file names a target. It cannot
 * run on the application's thread, because the JVM ignores a retransformation inside {@code
 * transform()}, and that thread holds locks of the application.
 */
final class EngineStarter implements Runnable {
  private static final String ENGINE = "dev.ssot.engine.Engine";

  /** The longest wait of a class, in multiples of the patience. */
  private static final int TURNS = 5;

  /** The longest park: a thread that runs out of stack while it opens a latch may wake nobody. */
  private static final long PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** The time between two looks at the configuration file. */
  private static final long FILE_NANOS = TimeUnit.SECONDS.toNanos(10);

  final MissedClasses missed;
  private final StartContext context;
  private final Callable<?> installer;
  private final FileBeforeEngine file;
  private final long patienceMillis;
  private final long hintAfterMillis;
  private final Thread thread = AgentThreads.daemon("ssot-start", this);

  /** Open once a class file named a target. Threads with any rest of a stack open it. */
  private final CountDownLatch wanted;

  /** Open once class files that name a target can be woven. */
  private final CountDownLatch settled = new CountDownLatch(1);

  /**
   * Open once there is something to write at exit, which knows what was loaded or missed before.
   */
  private final CountDownLatch complete = new CountDownLatch(1);

  private final LibraryWatch libraries = new LibraryWatch();
  private volatile AgentEngine engine;

  /** Whether the agent's threads run. */
  private boolean published;

  /** True once one class has waited in vain, so that no other class waits. */
  private volatile boolean impatient;

  /** True once the JVM ends before a class file named a target. */
  private volatile boolean leaving;

  /**
   * Creates a starter that waits for the first class file that names a target.
   *
   * @param installer defines what woven code refers to; called right before the engine
   * @param patienceMillis how long a class that names a target waits for the engine
   * @param hintAfterMillis after which time to say that nothing matched
   */
  EngineStarter(
      StartContext context, Callable<?> installer, long patienceMillis, long hintAfterMillis) {
    this(context, installer, patienceMillis, hintAfterMillis, new CountDownLatch(1));
  }

  EngineStarter(
      StartContext context,
      Callable<?> installer,
      long patienceMillis,
      long hintAfterMillis,
      CountDownLatch wanted) {
    this.wanted = wanted;
    this.context = context;
    this.missed = context.missed;
    this.installer = installer;
    this.file = new FileBeforeEngine(context);
    this.patienceMillis = patienceMillis;
    this.hintAfterMillis = hintAfterMillis;
  }

  /** Starts the thread early, so that it is not created under the application's locks. */
  void startThread() {
    thread.start();
  }

  @Override
  public void run() {
    try {
      context.loader.takeAll(context.instrumentation);
      LoadedClasses before = LoadedClasses.concerned(context, libraries);
      if (before.isEmpty() && !isAttached()) {
        awaitFirstMatch();
        before = unseen();
      }
      wanted.countDown();
      start();
      publish(before);
      engine.weaveLoaded(missed.defined(context.instrumentation));
    } catch (Throwable failed) {
      Console.line(sentence(failed));
    } finally {
      settled.countDown();
      complete.countDown();
    }
  }

  /** Whoever attaches asks at once what came of it: the engine is there to answer. */
  private boolean isAttached() {
    return context.attached.equals("agentmain");
  }

  private String sentence(Throwable failed) {
    if (engine == null) {
      return "the engine could not start (" + failed + "); no class is woven";
    }
    return published
        ? "classes that were loaded before could not be woven (" + failed + ")"
        : "the agent's threads could not start ("
            + failed
            + "); from now on it counts and changes nothing, the application goes on";
  }

  /** Lets the classes go that wait, and starts what they do not wait for. */
  private void publish(LoadedClasses before) {
    if (before.isEmpty()) {
      settled.countDown();
    }
    engine.publish();
    published = true;
    engine.weaveLoaded(before.classes());
    settled.countDown();
  }

  private void awaitFirstMatch() {
    if (!awaitMatch(TimeUnit.MILLISECONDS.toNanos(hintAfterMillis))
        && !LoadedClasses.hasTarget(context)) {
      Console.line(NothingMatched.hint(context));
      awaitMatch(Long.MAX_VALUE / 2);
    }
  }

  /** Waits for a class file that names a target, or a change of the file that adds a loaded one. */
  private boolean awaitMatch(long nanos) {
    long deadline = System.nanoTime() + nanos;
    while (file.exists() && deadline - System.nanoTime() > FILE_NANOS) {
      if (awaitUninterruptibly(wanted, FILE_NANOS) || isAddedTargetLoaded()) {
        return true;
      }
    }
    return awaitUninterruptibly(wanted, deadline - System.nanoTime());
  }

  private boolean isAddedTargetLoaded() {
    String news = file.look();
    if (news != null) {
      Console.line(news);
    }
    return news != null && file.hasAddedTargets() && LoadedClasses.hasTarget(context);
  }

  /**
   * Finds what was loaded without being shown to the agent, if no class file that names a target
   * was: the JVM shows none to a thread whose stack is exhausted.
   */
  private LoadedClasses unseen() {
    if (file.hasAddedTargets()) {
      return LoadedClasses.thatName(context, libraries);
    }
    boolean first = wanted.getCount() > 0 || leaving;
    if (!first || !LoadedClasses.hasTarget(context)) {
      return LoadedClasses.none(context);
    }
    missed.note();
    return LoadedClasses.thatName(context, libraries);
  }

  private void start() throws Exception {
    installer.call();
    Class<?> type = Class.forName(ENGINE, true, context.loader);
    AgentEngine started =
        (AgentEngine) type.getConstructor(StartContext.class).newInstance(context);
    libraries.replayTo(started);
    started.startup();
    engine = started;
    libraries.replayTo(started); // those that were loaded meanwhile
  }

  /**
   * Returns the engine and starts it if needed. The wait is bounded; a class that could not wait
   * longer is woven by retransformation once the engine is there.
   *
   * @return null if the class is to be left as it is for now
   */
  AgentEngine engineFor(ClassLoader loader, String className) {
    if (engine == null && Thread.currentThread() != thread) {
      wanted.countDown();
      if (impatient || !isReached(settled)) {
        impatient = true;
        missed.add(loader, className);
      }
    }
    return engine;
  }

  /**
   * Waits for the engine, longer than the patience only as long as its start gets on: on a busy
   * machine it takes seconds, and a class that does not wait has call sites that go unseen. A start
   * that waits for a lock of this thread loads no class.
   */
  private boolean isReached(CountDownLatch latch) {
    int loaded = -1;
    for (int turn = 0; turn < TURNS && loaded != context.loader.loadedClasses(); turn++) {
      loaded = context.loader.loadedClasses();
      if (awaitUninterruptibly(latch, TimeUnit.MILLISECONDS.toNanos(patienceMillis))) {
        return true;
      }
    }
    return false;
  }

  /** Waits until all is started and woven; returns false if that takes too long. */
  boolean awaitStart() {
    return isReached(complete);
  }

  /** Returns null as long as no class file named a target. */
  AgentEngine engineIfStarted() {
    return engine;
  }

  /** Waits even if the application interrupts the thread, which then stays interrupted. */
  private static boolean awaitUninterruptibly(CountDownLatch latch, long nanos) {
    boolean interrupted = false;
    long deadline = System.nanoTime() + nanos;
    try {
      for (long left = nanos; left > 0; left = deadline - System.nanoTime()) {
        try {
          if (latch.await(Math.min(left, PARK_NANOS), TimeUnit.NANOSECONDS)) {
            return true;
          }
        } catch (InterruptedException goesOn) {
          interrupted = true;
        }
      }
      return latch.getCount() == 0;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Returns the engine for its output at exit.
   *
   * @return null if there is nothing for it to write
   */
  AgentEngine engineAtExit() {
    if (wanted.getCount() > 0) {
      if (!LoadedClasses.hasTarget(context)) {
        Console.line(NothingMatched.hint(context));
      }
      if (context.options.report() == null) {
        return null;
      }
      leaving = true;
      wanted.countDown();
    }
    if (!isReached(complete)) {
      impatient = true; // nor does any class wait that is loaded from now on
    }
    return engine;
  }

  void jdkClassLoaded(String className) {
    libraries.loaded(null, className, engine);
  }

  void applicationClassLoaded(ClassLoader loader, String className) {
    libraries.loaded(loader, className, engine);
  }

  /**
   * Reports a failure in {@code transform}.
   *
   * @param isNew whether the class is being defined, and not retransformed
   */
  void failed(ClassLoader loader, String className, boolean isNew, Throwable problem) {
    AgentEngine started = engine;
    if (isNew) {
      if (problem instanceof VirtualMachineError) {
        missed.note(); // where that has run out, more may have been lost than this class
      }
      missed.add(loader, className);
    } else if (started != null) {
      started.unwoven(loader, className);
    }
    libraries.failed(className, problem);
  }
}
