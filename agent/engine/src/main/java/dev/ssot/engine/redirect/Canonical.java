package dev.ssot.engine.redirect;

import dev.ssot.engine.detect.IdentitySet;
import dev.ssot.engine.detect.Reason;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The canonical instance of one target and how it becomes known. Weak: the agent does not keep what
 * the application lets go of.
 *
 * <p>Its monitor is held for moments only, never while code of the application runs.
 */
final class Canonical {
  /** Failures and vain waits in a row, after which nobody waits until the instance is known. */
  private static final int PATIENCE = 3;

  private static final WeakReference<Object> NOTHING = new WeakReference<Object>(null);

  private final CanonicalMember member;
  private final boolean first;
  private final IdentitySet ended = new IdentitySet();
  private volatile WeakReference<Object> known = NOTHING;
  private volatile Reason refusal;
  private volatile boolean fieldClosed;
  private Reason failure;
  private int failures;

  /**
   * @param first whether the first construction is to become the canonical instance
   */
  @SuppressWarnings("MissingSummary") // the class says it
  Canonical(CanonicalMember member, boolean first) {
    this.member = member;
    this.first = first;
    this.refusal = first || member.description() != null ? null : Reason.CANONICAL_UNKNOWN;
  }

  CanonicalMember member() {
    return member;
  }

  /** Null until it is known, and when it is gone. */
  Object instance() {
    return known.get();
  }

  boolean isFirst() {
    return first;
  }

  /** Why no site is redirected whatever happens; null if there is no such reason. */
  Reason refusal() {
    return refusal;
  }

  /**
   * It was seen: in its field, as the answer of its provider, as the first construction.
   *
   * @return whether that changes what call sites are to do
   */
  synchronized boolean learn(Object instance) {
    Object before = known.get();
    if (before == instance || refusal != null || ended.contains(instance)) {
      return false;
    }
    boolean isFactory = before != null && member.isMethod && !first;
    if (isFactory) {
      refusal = Reason.CANONICAL_FACTORY;
      known = NOTHING;
    } else {
      known = new WeakReference<Object>(instance);
      failures = 0;
    }
    notifyAll();
    return before != null;
  }

  /**
   * A method that ends an instance's life is about to run. Whoever asks next for the first one is
   * not to be given that: it is as good as gone. A field or a provider answers for itself.
   *
   * @return whether that changes what call sites are to do
   */
  synchronized boolean end(Object instance) {
    if (!first) {
      return false;
    }
    ended.add(instance);
    boolean wasCanonical = known.get() == instance;
    if (wasCanonical) {
      known = NOTHING;
    }
    return wasCanonical;
  }

  /** Whether the instance may still become the canonical one. */
  boolean isUsable(Object instance) {
    return !ended.contains(instance);
  }

  /**
   * It was the first to be constructed, as far as this thread knows.
   *
   * @return the one that was: another thread may have been faster; null if it has ended meanwhile
   */
  synchronized Object learnFirst(Object instance) {
    if (known.get() == null) {
      learn(instance);
    }
    return known.get();
  }

  /** Whether there is a field to look into and nobody has told what is in it. */
  boolean needsField() {
    return member.ownField != null && !fieldClosed && known.get() == null;
  }

  /** Reads the target's own field. Initialises the class, as the caller is about to, or has. */
  void readField(Class<?> type) {
    if (!needsField()) {
      return;
    }
    try {
      Field holder = type.getDeclaredField(member.ownField);
      holder.setAccessible(true);
      Object value = holder.get(null);
      if (value != null && value.getClass() == type) {
        learn(value);
      }
    } catch (Exception | LinkageError closed) {
      fieldClosed = true; // a named module that opens nothing: the hook behind the write may tell
    }
  }

  /** Whether somebody can be asked who knows more than the target's own field tells. */
  boolean hasProvider() {
    return member.isProvider() || (fieldClosed && member.isMethod);
  }

  /**
   * Waits until the instance is known.
   *
   * @param pending whether there is still something to wait for; asked under the monitor
   * @return null if it is not known in the end
   */
  synchronized Object await(BooleanSupplier pending, long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    Object instance = known.get();
    try {
      while (instance == null && pending.getAsBoolean()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          fail(Reason.CANONICAL_TIMEOUT);
          return null;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
        instance = known.get();
      }
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt(); // by the application, for its own reasons
    }
    return instance;
  }

  /** One more failure; those who wait for it go on. */
  synchronized void fail(Reason reason) {
    failure = reason;
    failures++;
    notifyAll();
  }

  /** Whether waiting was in vain so often that nobody waits any more. */
  synchronized boolean isGivenUp() {
    return failures >= PATIENCE;
  }

  /** Why the instance is not known: the last failure, else that it takes its time. */
  synchronized Reason failure() {
    if (refusal != null) {
      return refusal;
    }
    return failures == 0 ? Reason.CANONICAL_TIMEOUT : failure;
  }
}
