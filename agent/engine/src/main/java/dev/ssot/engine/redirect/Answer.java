package dev.ssot.engine.redirect;

import java.util.List;

/**
 * The answer to a construction: an instance, an exception to be thrown at the site, or nothing, so
 * that it constructs. It is used for moments only, as it holds an object of the application.
 */
public final class Answer {
  /** The construction goes on. */
  public static final Answer CONSTRUCT = new Answer(null, null, null);

  private final Object instance;
  private final IllegalStateException refusal;
  private final PendingKey pendingKey;

  private Answer(Object instance, IllegalStateException refusal, PendingKey pendingKey) {
    this.instance = instance;
    this.refusal = refusal;
    this.pendingKey = pendingKey;
  }

  /**
   * Answers with a shared instance.
   *
   * @param instance null to construct
   */
  public static Answer of(Object instance) {
    return instance == null ? CONSTRUCT : new Answer(instance, null, null);
  }

  /**
   * Answers with an exception.
   *
   * @param refusal null to construct
   */
  public static Answer refusal(IllegalStateException refusal) {
    return refusal == null ? CONSTRUCT : new Answer(null, refusal, null);
  }

  /**
   * Answers that the site constructs, and that its object is to be shared among calls with equal
   * arguments.
   *
   * @param caller the class that has the call site, if that shares with itself alone; else null
   */
  static Answer pending(List<Object> key, Class<?> caller) {
    return new Answer(null, null, new PendingKey(key, caller));
  }

  /** Returns the instance; null if the answer is none. */
  public Object instance() {
    return instance;
  }

  /** Returns what is to be thrown at the site; null if nothing is. */
  public IllegalStateException refusal() {
    return refusal;
  }

  /**
   * Returns the key for which an instance is missing; null if the constructed object is not to be
   * shared.
   */
  PendingKey pendingKey() {
    return pendingKey;
  }

  /** Tells whether the site constructs. */
  public boolean isToConstruct() {
    return instance == null && refusal == null;
  }

  /** Tells whether the constructed object is to be shared among calls with equal arguments. */
  public boolean isPending() {
    return pendingKey != null;
  }
}
