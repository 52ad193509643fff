package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;

/**
 * A call of one provider, made when a call site is to be redirected and the instance is not known.
 * Only one call runs at a time; call sites wait for it for a bounded time.
 */
final class ProviderCall {
  private final Canonical canonical;
  private final RedirectListener listener;
  private boolean asked;
  private volatile Thread asking;

  ProviderCall(Canonical canonical, RedirectListener listener) {
    this.canonical = canonical;
    this.listener = listener;
  }

  /**
   * Has the provider asked and waits for its answer. On an application's thread.
   *
   * @param millis longest time to wait
   * @return null to construct
   */
  Object answer(Target target, ProviderThreads threads, long millis) {
    // The provider itself constructs the instance that the others wait for.
    if (Thread.currentThread() == asking) {
      return null;
    }
    if (!canonical.isGivenUp() && canonical.member().isRunning()) {
      // The instance is about to become known. A second call of the provider would race with the
      // first.
      target.countFailure(Reason.CANONICAL_UNKNOWN);
      return null;
    }
    synchronized (canonical) {
      if (!canonical.isGivenUp()) {
        if (!asked) {
          asked = true;
          threads.run(() -> ask(target), target.loader());
        }
        Object instance = canonical.await(() -> asked, millis);
        if (instance != null) {
          return instance;
        }
      }
      target.countFailure(canonical.failure());
      return null;
    }
  }

  private void ask(Target target) {
    asking = Thread.currentThread();
    Reason failure = null;
    try {
      Object answer = new Provider(canonical.member()).ask(target.loader());
      if (!target.isExactly(answer.getClass())) {
        throw new Provider.Refusal(Reason.CANONICAL_OTHER_TYPE, null);
      }
      if (!canonical.isUsable(answer)) {
        throw new Provider.Refusal(Reason.CANONICAL_ENDED, null);
      }
      if (canonical.learn(answer)) {
        listener.relink(target);
      }
    } catch (Provider.Refusal refused) {
      failure = refused.reason;
      listener.refused(target, failure, refused.getCause());
    } finally {
      asking = null;
      settle(failure);
    }
  }

  /** Ends the call; the next call site may ask again. */
  private void settle(Reason failure) {
    synchronized (canonical) {
      asked = false;
      if (failure != null) {
        canonical.fail(failure);
      }
      canonical.notifyAll();
    }
  }
}
