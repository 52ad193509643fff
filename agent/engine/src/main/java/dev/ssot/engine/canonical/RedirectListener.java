package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;

/** Is told of failures and changes while redirecting. Must return at once and never throw. */
public interface RedirectListener {
  /**
   * Takes note that the provider gave no usable answer, does not exist, or is a factory. On a
   * thread of the agent, or on the one that asks.
   *
   * @param cause what it threw; null if it threw nothing
   */
  void refused(Target target, Reason reason, Throwable cause);

  /**
   * Takes note that call sites share an instance that one of them has made, until the application
   * has made its own. On the agent's thread, once for each target.
   */
  void standsIn(Target target, String description);

  /** Links the call sites of a target again, as what they are to do has changed. */
  void relink(Target target);

  /**
   * Takes note that the instance to which call sites of a target may be linked has ended or was
   * replaced. That may happen all the time.
   */
  void replaced(Target target);
}
