package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.IdentitySet;
import dev.ssot.engine.place.Reason;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The canonical instance of one target and how it becomes known. It is held weakly, so that the
 * agent does not keep it alive.
 *
 * <p>Its monitor is held for moments only, never while code of the application runs.
 */
public final class Canonical {
  /** After this number of vain waits in a row, nobody waits for the instance any more. */
  private static final int PATIENCE = 3;

  private static final WeakReference<Object> NOTHING = new WeakReference<>(null);

  private final CanonicalMember member;
  private final boolean first;
  private final IdentitySet ended;
  private volatile WeakReference<Object> known = NOTHING;
  private volatile WeakReference<Object> standIn = NOTHING;
  private volatile Reason refusal;

  /** Why the provider gave no instance when it was last asked; null if it did, or was not asked. */
  private volatile Reason failure;

  private volatile boolean absent;

  /** Whether nobody has looked yet if the member that an option names exists. */
  private volatile boolean unchecked;

  private volatile boolean fieldClosed;
  private volatile UnfinishedWrite unfinished;
  private int vainWaits;

  /**
   * @param first whether the first construction is to become the canonical instance
   */
  @SuppressWarnings("MissingSummary") // the class says it
  Canonical(CanonicalMember member, boolean first) {
    this(member, first, new IdentitySet());
  }

  private Canonical(CanonicalMember member, boolean first, IdentitySet ended) {
    this.member = member;
    this.first = first;
    this.ended = ended;
    this.unchecked = member.isNamed();
    this.refusal = first || member.description() != null ? null : Reason.CANONICAL_UNKNOWN;
  }

  /**
   * Returns what is known under other rules, as the class was redefined. Instances that have ended
   * stay so.
   */
  Canonical under(CanonicalMember otherMember, boolean otherFirst) {
    return new Canonical(otherMember, otherFirst, ended);
  }

  /** Tells whether the instance is found in the same way. */
  boolean isUnder(CanonicalMember otherMember, boolean otherFirst) {
    return first == otherFirst && member.isSame(otherMember);
  }

  /** Returns where the instance is to be found. */
  public CanonicalMember member() {
    return member;
  }

  /** Returns the instance; null until it is known, and when it is gone. */
  public Object instance() {
    return known.get();
  }

  /**
   * Returns what is shared until the application has made its own instance; null if nothing is, and
   * once that instance is known.
   */
  public Object standIn() {
    return standIn.get();
  }

  /** Returns what call sites share now: the instance, or else the stand-in; or null. */
  Object shared() {
    Object instance = known.get();
    return instance == null ? standIn.get() : instance;
  }

  boolean isFirst() {
    return first;
  }

  /** Tells why no site can ever be redirected; null if there is no such reason. */
  public Reason refusal() {
    return refusal;
  }

  /**
   * Tells whether the member does not exist, as far as can be seen: nothing is redirected until it
   * does, or its value is learned.
   */
  public boolean isAbsent() {
    return absent;
  }

  /** Tells why there is no instance to be had until somebody mends it; null if there may be one. */
  public Reason reasonForNone() {
    return refusal == null && absent ? Reason.CANONICAL_ABSENT : refusal;
  }

  /**
   * Tells why it cannot be said that there is an instance to be had: as above, or because nobody
   * has looked yet, which the agent's thread soon does. Call sites ask all the same.
   */
  public Reason reasonForDoubt() {
    Reason none = reasonForNone();
    return none == null && unchecked && known.get() == null ? Reason.CANONICAL_UNCHECKED : none;
  }

  /**
   * Takes note whether the member exists. If it does not, nothing stands in for its value.
   *
   * @return whether that changes what call sites are to do
   */
  synchronized boolean noteAbsent(boolean isAbsent) {
    absent = isAbsent && known.get() == null;
    unchecked = false;
    boolean stoodIn = absent && standIn.get() != null;
    if (stoodIn) {
      standIn = NOTHING;
    }
    return stoodIn;
  }

  /** Takes note of why the provider gave no instance; null if it gave one, or was not asked. */
  void noteFailure(Reason reason) {
    failure = reason;
  }

  /**
   * Tells why the instance is not known, as far as the application, its class files or the provider
   * have told; null if there is nothing to mend.
   */
  public Reason problem() {
    Reason doubt = reasonForDoubt();
    return doubt == null && known.get() == null ? failure : doubt;
  }

  /**
   * Says what to write in the source instead of {@code new}; null if that is not known, or is no
   * use, as there is no such member or it is a factory, or nobody has looked yet.
   */
  public String replacement() {
    return reasonForDoubt() == null ? member.replacement() : null;
  }

  /**
   * Takes note of the instance, which was in its field, returned by its provider, or constructed
   * first.
   *
   * @return whether that changes what call sites are to do
   */
  synchronized boolean learn(Object instance) {
    Object before = known.get();
    if (before == instance
        || refusal != null
        || ended.contains(instance)
        || isUnfinished(instance)) {
      return false;
    }
    Object stoodIn = standIn.get();
    standIn = NOTHING;
    boolean isFactory = before != null && member.isMethod && !first;
    if (isFactory) {
      refusal = Reason.CANONICAL_FACTORY;
      known = NOTHING;
    } else {
      known = new WeakReference<>(instance);
      absent = false;
      vainWaits = 0;
    }
    notifyAll();
    return before != null || (stoodIn != null && stoodIn != instance);
  }

  /**
   * Takes what a redirected site has constructed as the stand-in, if nothing is shared yet.
   *
   * @return whether it is the stand-in now
   */
  synchronized boolean letStandIn(Object instance) {
    if (refusal == null && shared() == null && isUsable(instance)) {
      standIn = new WeakReference<>(instance);
      vainWaits = 0;
      notifyAll();
    }
    return standIn.get() == instance;
  }

  /**
   * Takes note that a field is about to be written. Until {@link #endWrite}, only the writing
   * thread is given the instance.
   *
   * @return whether that is not known yet
   */
  boolean write(Object instance) {
    if (known.get() == instance) {
      return false;
    }
    unfinished = UnfinishedWrite.byCaller(instance, member.holder);
    return unfinished != null;
  }

  /**
   * Takes note that a method returns that may have written the field on this thread.
   *
   * @return whether that changes what call sites are to do
   */
  boolean endWrite() {
    UnfinishedWrite write = unfinished;
    return write != null && write.isByThisThread() && write.isOverOnReturn() && finish(write);
  }

  /**
   * Looks whether the writing thread has left the method in another way, as by an exception. Not on
   * a thread of the application.
   *
   * @return whether that changes what call sites are to do
   */
  boolean endLeftWrite() {
    UnfinishedWrite write = unfinished;
    return write != null && write.isLeft() && finish(write);
  }

  private synchronized boolean finish(UnfinishedWrite write) {
    if (unfinished != write) {
      return false; // it was written again meanwhile
    }
    unfinished = null;
    Object instance = write.instance();
    boolean changes = instance != null && learn(instance);
    notifyAll();
    return changes;
  }

  /** Returns the write that is going on; null if there is none. */
  UnfinishedWrite unfinished() {
    return unfinished;
  }

  /** Tells whether the field is being written by a method that has not returned. */
  boolean isWritten() {
    return unfinished != null;
  }

  private boolean isUnfinished(Object instance) {
    UnfinishedWrite write = unfinished;
    return write != null && write.instance() == instance;
  }

  /**
   * Takes note that a method that ends an instance's life is about to run. That instance is not
   * given to anybody any more, wherever it is found again. The next one that is learned replaces
   * it, and that makes no factory of a provider.
   *
   * @return whether that changes what call sites are to do
   */
  synchronized boolean end(Object instance) {
    ended.add(instance);
    boolean wasCanonical = known.get() == instance;
    if (wasCanonical) {
      known = NOTHING;
    }
    boolean stoodIn = standIn.get() == instance;
    if (stoodIn) {
      standIn = NOTHING;
    }
    return wasCanonical || stoodIn;
  }

  /** Tells whether the instance may be shared: nobody has ended it. */
  boolean isUsable(Object instance) {
    return !ended.contains(instance);
  }

  /**
   * Takes the instance that was the first to be constructed, as far as this thread knows.
   *
   * @return the instance that was the first, perhaps made by a faster thread; null if it has ended
   *     meanwhile
   */
  synchronized Object learnFirst(Object instance) {
    if (known.get() == null) {
      learn(instance);
    }
    return known.get();
  }

  /** Tells whether the target's own field has to be read, as its value is not known yet. */
  boolean needsField() {
    return member.ownField != null && !fieldClosed && refusal == null && known.get() == null;
  }

  /**
   * Reads the target's own field. Initialises the class, as the caller is about to, or has.
   *
   * @return whether that changes what call sites are to do
   */
  boolean readField(Class<?> type) {
    if (!needsField()) {
      return false;
    }
    try {
      Field holder = type.getDeclaredField(member.ownField);
      holder.setAccessible(true);
      Object value = holder.get(null);
      return value != null && value.getClass() == type && learn(value);
    } catch (Exception | LinkageError closed) {
      fieldClosed =
          true; // in a named module that is not open; the hook behind the write may still report
      // the instance
      return false;
    }
  }

  /** Tells whether a provider can be asked, which knows more than the target's own field. */
  boolean hasProvider() {
    return member.isProvider() || (fieldClosed && member.isMethod);
  }

  /**
   * Waits until there is an instance to share.
   *
   * @param pending whether there is still something to wait for; asked under the monitor
   * @return null if there is none in the end
   */
  synchronized Object await(BooleanSupplier pending, long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    Object instance = shared();
    try {
      while (instance == null && pending.getAsBoolean()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          vainWaits++;
          return null;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
        instance = shared();
      }
      vainWaits = 0;
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt(); // the application interrupted it and has to see that
    }
    return instance;
  }

  /** Waits until the method that is writing the field returns; null if it does not in time. */
  Object awaitWrite(long millis) {
    return await(
        new BooleanSupplier() {
          @Override
          public boolean getAsBoolean() {
            return isWritten();
          }
        },
        millis);
  }

  /** Tells whether so many waits in a row were in vain that nobody waits any more. */
  synchronized boolean isGivenUp() {
    return vainWaits >= PATIENCE;
  }
}
