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
final class Detachment implements Detaching, Runnable {
  /** How long whoever asks waits, in seconds. */
  private static final long PATIENCE = 60;

  /** How long the threads have to end, in milliseconds. */
  private static final long THREADS = 5_000;

  private final Engine engine;
  private final Upkeep upkeep;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private final List<String> left = new ArrayList<>();
  private volatile String answer;

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
  public String leave() {
    if (!begun.compareAndSet(false, true)) {
      throw new IllegalStateException("the agent is leaving already");
    }
    try {
      engine.context.agent.unregister();
    } catch (RuntimeException notNow) {
      begun.set(false);
      throw notNow;
    }
    AgentThreads.daemon("ssot-detach", this).start();
    try {
      if (!done.await(PATIENCE, TimeUnit.SECONDS)) {
        return "the agent is still leaving: code of the application, such as its log, keeps it"
            + " waiting; every call site constructs as before";
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return answer == null ? "the agent is still leaving" : answer;
  }

  @Override
  public void run() {
    int woven = engine.restoring.size();
    try {
      step("modes", () -> engine.redirecting.policy.stop("detach"));
      step("woven code", engine.dispatch::release);
      step("output", upkeep::end);
      step("classes", () -> addAll(engine.restoring.restore(), " (stays woven)"));
      step("threads", this::endThreads);
      step("meters", this::removeMeters);
      step("flight recorder", engine.redirecting.recording::end);
      step("MBean", upkeep.outputs::unregister);
      // Once more: what was about to be linked when the first release came is linked by now.
      step("woven code", engine.dispatch::release);
      step("shared instances", engine.redirecting.redirects::release);
      step("targets", engine.counting.targets::release);
    } finally {
      answer = sentence(woven);
      engine.context.agent.ended();
      done.countDown();
    }
  }

  private void endThreads() {
    engine.weaving.end();
    engine.redirecting.canonicals.stop();
    addAll(upkeep.threads.awaitEnd(THREADS), " (thread still busy in the application's code)");
  }

  private void removeMeters() {
    int refused = upkeep.outputs.metrics.remove();
    if (refused > 0) {
      left.add("meters in " + refused + " of the application's registries");
    }
  }

  private void addAll(List<String> names, String why) {
    for (String each : names) {
      left.add(each + why);
    }
  }

  private void step(String what, Step step) {
    try {
      step.perform();
    } catch (Throwable failed) { // code of the application may throw anything
      left.add(what + " (" + failed + ")");
    }
  }

  private String sentence(int woven) {
    return "detached: every call site constructs as before; "
        + (left.isEmpty()
            ? "woven classes given back their own code: " + woven
            : "what could not be undone: " + String.join(", ", left))
        + "; of the agent only java.lang.SsotDispatch and the small classes of its entry stay, until"
        + " the JVM ends";
  }

  /** One step. */
  private interface Step {
    void perform() throws Exception;
  }
}
