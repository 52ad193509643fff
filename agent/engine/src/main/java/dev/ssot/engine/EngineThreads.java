package dev.ssot.engine;

import dev.ssot.engine.canonical.Canonicals;
import dev.ssot.engine.logging.LogRouter;
import dev.ssot.engine.thread.AgentThread;
import dev.ssot.engine.thread.Chore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;

/** The threads of the engine; they stop in the reverse of the order in which they start. */
final class EngineThreads {
  /** The thread that binds meters. */
  static final String METERS = "ssot-meters";

  private final AgentThread logging;
  private final AgentThread learning;
  private final AgentThread registering;
  private final AgentThread metering;
  private final AgentThread agent;

  /**
   * Makes the threads and starts none.
   *
   * @param registering registers the MBean
   * @param metering brings the application's meters up to date
   * @param chores of the agent's thread, in their order
   */
  EngineThreads(
      LogRouter router,
      Canonicals canonicals,
      Logger log,
      Chore registering,
      Chore metering,
      Chore... chores) {
    // It has a thread of its own because it runs the application's appenders.
    logging = new AgentThread("ssot-log", log, writing(router));
    // It has a thread of its own because it may wait for a class initialiser of the application.
    learning = new AgentThread("ssot-learn", log, learning(canonicals));
    // They have threads of their own because they run the application's listeners.
    this.registering = new AgentThread("ssot-jmx", log, registering);
    this.metering = new AgentThread(METERS, log, metering);
    agent = new AgentThread("ssot-agent", log, chores);
  }

  private static Chore writing(LogRouter router) {
    return new Chore() {
      @Override
      public void perform(long now) {
        router.tick(now);
      }
    };
  }

  private static Chore learning(Canonicals canonicals) {
    return new Chore() {
      @Override
      public void perform(long now) {
        canonicals.readFields();
      }
    };
  }

  void start() {
    logging.start();
    learning.start();
    registering.start();
    metering.start();
    agent.start();
  }

  /** Begins the next turn of the agent's thread now. */
  void wake() {
    agent.wake();
  }

  /** Returns how often a chore of these threads threw. */
  long failures() {
    return agent.failures() + metering.failures() + registering.failures();
  }

  /** Ends all threads. Runs the last turn of those with output on the calling thread. */
  void stop() {
    agent.stop();
    agent.doAll();
    metering.stop();
    registering.stop();
    learning.stop();
    logging.stop();
    logging.doAll();
  }

  /**
   * Waits until no thread of the agent is alive but one, those for moments included.
   *
   * @param own the name of that one
   * @param deadline as {@link System#nanoTime()} tells it
   * @return the names of those that are still alive then
   */
  static List<String> awaitOthers(String own, long deadline) {
    List<String> alive = alive(own);
    while (!alive.isEmpty() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      alive = alive(own);
    }
    return alive;
  }

  private static List<String> alive(String own) {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] all = new Thread[2 * root.activeCount() + 100];
    int count = root.enumerate(all);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = all[i].getName();
      if (name.startsWith("ssot-") && !name.equals(own)) {
        names.add(name);
      }
    }
    return names;
  }
}
