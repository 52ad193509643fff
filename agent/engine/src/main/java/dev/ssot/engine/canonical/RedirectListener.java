package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;

/** Is told of failures and changes while redirecting. Must return at once and never throw. */
public interface RedirectListener {
  /**
   * Takes note that the provider gave no usable answer. On the provider's thread.
   *
   * @param cause what it threw; null if it threw nothing
   */
  void refused(Target target, Reason reason, Throwable cause);

  /** Links all call sites again, because an instance became known or was given up. */
  void relink();
}
