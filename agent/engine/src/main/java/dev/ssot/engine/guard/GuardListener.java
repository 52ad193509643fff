package dev.ssot.engine.guard;

/** Told on the application's threads: must return at once and never throw. */
public interface GuardListener {
  /** Takes a call that did nothing, the first of each caller. */
  void guarded(GuardedCall call);
}
