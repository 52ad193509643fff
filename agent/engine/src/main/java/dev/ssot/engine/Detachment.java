package dev.ssot.engine;

import dev.ssot.bootstrap.zone.AgentThreads;
import dev.ssot.engine.command.Detaching;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of the engine in a JVM that goes on. It works on a thread of its own, as it runs code of
 * the application (log, registries, listeners), and does each step whatever became of the one
 * before. Afterwards nothing leads to the engine's class loader.
 */
final class Detachment implements Detaching {
  /** How long whoever asks waits, in seconds. */
  private static final long PATIENCE = 60;

  /** How long the threads have to end, in milliseconds. */
  private static final long THREADS = 5_000;

  private static final String OWN_THREAD = "ssot-detach";

  private final Engine engine;
  private final Upkeep upkeep;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** Ends nothing yet. */
  Detachment(Engine engine, Upkeep upkeep) {
    this.engine = engine;
    this.upkeep = upkeep;
  }

  @Override
  public Map<String, Set<String>> formerOwners() {
    return engine.redirecting.guard.formerOwners();
  }

  @Override
  public String leave(Runnable permission) {
    if (!begun.compareAndSet(false, true)) {
      throw new IllegalStateException("the agent is leaving already");
    }
    Attempt attempt = new Attempt();
    try {
      engine.redirecting.guard.close();
      permission.run();
      // First, as a JVM that has no thread left for it must not be left half undone.
      AgentThreads.daemon(OWN_THREAD, attempt).start();
    } catch (RuntimeException | Error stays) {
      goOn();
      throw stays;
    }
    return attempt.awaitAnswer();
  }

  private void goOn() {
    engine.redirecting.guard.open();
    begun.set(false);
  }

  /** All steps, once the agent's transformer and exit hook could be taken away. */
  private final class Attempt implements Runnable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<String> left = new ArrayList<>();
    private List<String> busy = new ArrayList<>();
    private volatile String answer;
    private volatile RuntimeException refused;

    String awaitAnswer() {
      try {
        if (!done.await(PATIENCE, TimeUnit.SECONDS)) {
          return "the agent is still leaving: code of the application, such as its log, keeps it"
              + " waiting";
        }
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
      if (refused != null) {
        throw refused;
      }
      return answer == null ? "the agent is still leaving" : answer;
    }

    @Override
    public void run() {
      try {
        engine.context.agent.unregister();
        undo();
      } catch (RuntimeException notNow) {
        refused = notNow;
        goOn();
      } finally {
        done.countDown();
      }
    }

    private void undo() {
      int woven = engine.restoring.size();
      boolean released = false;
      try {
        step("options", upkeep.options::end);
        step("modes", () -> engine.redirecting.policy.end("detach"));
        released = step("woven code", engine.dispatch::release);
        step("output", upkeep::end);
        step("classes", () -> addAll(engine.restoring.restore(), " (stays woven)"));
        step("threads", this::endThreads);
        step("flight recorder", engine.redirecting.recording::end);
        // Once more: what was about to be linked when the first release came is linked by now.
        released &= step("woven code", engine.dispatch::release);
        step("shared instances", engine.redirecting.redirects::release);
        step("targets", engine.counting.targets::release);
        // Last, as code of the application may keep them waiting.
        step("MBean", upkeep.outputs::unregister);
        step("meters", this::removeMeters);
      } finally {
        answer = sentence(woven, released);
        engine.context.agent.ended();
      }
    }

    private void endThreads() {
      engine.weaving.end();
      engine.redirecting.canonicals.stop();
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(THREADS);
      busy = EngineThreads.awaitOthers(OWN_THREAD, deadline);
      addAll(busy, " (thread still busy in the application's code)");
    }

    private void removeMeters() {
      if (busy.contains(EngineThreads.METERS)) {
        left.add("meters"); // no other thread may touch them
        return;
      }
      int refusing = upkeep.outputs.metrics.remove();
      if (refusing > 0) {
        left.add("meters in " + refusing + " of the application's registries");
      }
    }

    private void addAll(List<String> names, String why) {
      for (String each : names) {
        left.add(each + why);
      }
    }

    private boolean step(String what, Step step) {
      try {
        step.perform();
        return true;
      } catch (Throwable failed) { // code of the application may throw anything
        left.add(what + " (" + failed + ")");
        return false;
      }
    }

    private String sentence(int woven, boolean released) {
      return (released ? "detached: every call site constructs as before; " : "detached; ")
          + (left.isEmpty()
              ? "woven classes given back their own code: " + woven
              : "what could not be undone: " + String.join(", ", left))
          + "; of the agent only java.lang.SsotDispatch and the small classes of its entry stay,"
          + " until the JVM ends";
    }
  }

  /** One step. */
  private interface Step {
    void perform() throws Exception;
  }
}
