package dev.ssot.engine.guard;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.stack.Frames;

/** A call that the guard let do nothing. Its stack is resolved later, on the agent's thread. */
public final class GuardedCall {
  public final Target target;

  /** Name of the method that did nothing. */
  public final String method;

  /**
   * Class and method that were given the instance and made the call, perhaps through other classes.
   */
  public final String caller;

  private final Throwable taken;

  GuardedCall(Target target, String method, String caller, Throwable taken) {
    this.target = target;
    this.method = method;
    this.caller = caller;
    this.taken = taken;
  }

  /**
   * Resolves the frames from the guarded method outwards, without frames of the agent; at most
   * {@code depth}.
   */
  public StackTraceElement[] frames(int depth) {
    return Frames.outsideTheAgent(taken.getStackTrace(), depth);
  }
}
