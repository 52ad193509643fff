package dev.ssot.engine.guard;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.stack.Frames;

/** A call that the guard let do nothing. Its stack is resolved later, on the agent's thread. */
public final class GuardedCall {
  public final Target target;

  /** Name of the method that did nothing. */
  public final String method;

  /**
   * Class and method that were given the instance and made the call, perhaps through other classes;
   * or, if nothing is known of them, those that called.
   */
  public final String caller;

  /**
   * What to set the option {@code allow} to if that caller is an owner after all; null if it was
   * given the instance by a redirect.
   */
  public final String allow;

  private final Throwable taken;

  GuardedCall(Target target, String method, String caller, String allow, Throwable taken) {
    this.target = target;
    this.method = method;
    this.caller = caller;
    this.allow = allow;
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
