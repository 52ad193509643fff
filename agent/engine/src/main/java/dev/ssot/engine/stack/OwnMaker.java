package dev.ssot.engine.stack;

import dev.ssot.bootstrap.pattern.ClassNames;

/**
 * Who makes the canonical instance of a target for the target itself: its initialiser, or its
 * provider, which may be in another class.
 */
public final class OwnMaker {
  private static final String INITIALISER = "<clinit>";

  final String target;
  private final String holder;
  private final String provider;

  /**
   * @param target binary name
   * @param holder binary name of the class of the provider; null if there is none
   * @param provider name of its method; null if it is a field
   */
  @SuppressWarnings("MissingSummary") // the class says it
  public OwnMaker(String target, String holder, String provider) {
    this.target = target;
    this.holder = holder;
    this.provider = provider;
  }

  /** Tells whether a class is the target or nested in it. */
  boolean isInside(String className) {
    return ClassNames.isWithin(className, target);
  }

  /** Tells whether a class may have such a method. */
  boolean mayBe(String className) {
    return isInside(className) || className.equals(holder);
  }

  /** Tells whether it is the initialiser of such a class. */
  boolean isInitialiser(String method) {
    return method.equals(INITIALISER);
  }

  /** Tells whether it is the provider. */
  boolean isProvider(String className, String method) {
    return className.equals(holder) && method.equals(provider);
  }
}
