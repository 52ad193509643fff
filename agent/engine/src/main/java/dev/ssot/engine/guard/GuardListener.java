package dev.ssot.engine.guard;

/** Is told on the application's threads, so it must return at once and never throw. */
public interface GuardListener {
  /** Takes the first blocked call of each caller. */
  void guarded(GuardedCall call);
}
