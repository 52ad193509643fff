package dev.ssot.engine.redirect.guard;

/** Told on the application's threads: must return at once and never throw. */
public interface GuardListener {
  /** A call did nothing; only the first of each caller. */
  void guarded(GuardedCall call);
}
