package dev.ssot.engine.journal;

import dev.ssot.engine.guard.GuardListener;
import dev.ssot.engine.guard.GuardedCall;
import dev.ssot.engine.thread.Chore;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;

/**
 * Logs the guarded calls that did nothing, on the agent's thread. Bounded, as the guard reports
 * each caller once.
 */
public final class GuardLog implements GuardListener, Chore {
  private final int stackDepth;
  private final LoggedStacks stacks = new LoggedStacks();
  private final Logger log;
  private final Queue<GuardedCall> calls = new ConcurrentLinkedQueue<>();

  public GuardLog(int stackDepth, Logger log) {
    this.log = log;
    this.stackDepth = stackDepth;
  }

  @Override
  public void guarded(GuardedCall call) {
    calls.add(call);
  }

  @Override
  public void perform(long now) {
    for (GuardedCall call = calls.poll(); call != null; call = calls.poll()) {
      log.warn(
          "{}.{}() called by {} did nothing, since others share the instance{}",
          call.target.className,
          call.method,
          call.caller,
          call.allow == null ? "" : "; if that is its owner, set allow=" + call.allow,
          stacks.take(
              call.target,
              "stack of the first such call; remove it along with the construction",
              call.frames(stackDepth)));
    }
  }
}
