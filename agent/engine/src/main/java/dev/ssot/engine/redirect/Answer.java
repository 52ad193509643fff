package dev.ssot.engine.redirect;

import java.util.List;

/**
 * What a construction is answered with: an instance, an exception to be thrown at the site, or
 * nothing, so that it constructs. Lives for moments: it holds an object of the application.
 */
public final class Answer {
  /** The construction goes on. */
  public static final Answer CONSTRUCT = new Answer(null, null, null);

  private final Object instance;
  private final IllegalStateException refusal;
  private final PendingKey vacancy;

  private Answer(Object instance, IllegalStateException refusal, PendingKey vacancy) {
    this.instance = instance;
    this.refusal = refusal;
    this.vacancy = vacancy;
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

  /** Answers that what is constructed now, with these arguments, is to be shared. */
  static Answer vacancy(List<Object> key) {
    return new Answer(null, null, new PendingKey(key));
  }

  /** Returns the instance; null unless it is one. */
  public Object instance() {
    return instance;
  }

  /** Returns what is to be thrown at the site; null if nothing is. */
  public IllegalStateException refusal() {
    return refusal;
  }

  /** Returns for what an instance is missing; null if nothing that is constructed is shared. */
  PendingKey vacancy() {
    return vacancy;
  }

  /** Tells whether the site constructs. */
  public boolean isToConstruct() {
    return instance == null && refusal == null;
  }

  /** Tells whether what is constructed instead is to be shared, among equal arguments. */
  public boolean isVacant() {
    return vacancy != null;
  }
}
