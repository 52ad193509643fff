package dev.ssot.engine.stack;

import dev.ssot.engine.application.ApplicationCode;

/**
 * Looks for the origin of a construction, from the frame that constructs outwards: the innermost
 * frame of the application outside the target and its nested classes; without one, the innermost
 * one that is not from where the target is, nor the JDK's.
 */
final class OriginSearch {
  /** The number of frames beyond which the application's is not expected any more. */
  private static final int BOUND = 1_024;

  private final Class<?> made;
  private final ApplicationCode application;
  private final OwnMaker maker;
  private boolean byInitialiser;
  private boolean byProvider;
  private int looked;
  private Object own;
  private Object other;
  private Class<?> originClass;

  OriginSearch(Class<?> made, ApplicationCode application, OwnMaker maker) {
    this.maker = maker;
    this.made = made;
    this.application = application;
  }

  /**
   * Looks at a frame.
   *
   * @return whether to go on to the next
   */
  boolean goesOn(Class<?> type, Object frame) {
    looked++;
    if ((FrameRoles.of(type) & (FrameRoles.AGENT | FrameRoles.BETWEEN)) != 0) {
      return looked < BOUND;
    }
    String name = type.getName();
    if (maker.mayBe(name)) {
      String method = PartialStack.method(frame);
      byInitialiser |= maker.isInitialiser(method);
      byProvider |= maker.isProvider(name, method);
    }
    if (maker.isInside(name)) {
      return looked < BOUND;
    }
    if (application.contains(type)) {
      own = frame;
      originClass = type;
      return false;
    }
    if (other == null && application.isElsewhere(type, made)) {
      other = frame;
      originClass = type;
    }
    return looked < BOUND;
  }

  /** Returns the frame of the origin; null if there is none but the construction itself. */
  Object origin() {
    return own == null ? other : own;
  }

  /** Returns the class whose method runs in that frame; null if there is none. */
  Class<?> originClass() {
    return originClass;
  }

  /** Tells whether the initialiser of the target, or of its provider's class, constructs. */
  boolean isByInitialiser() {
    return byInitialiser;
  }

  /** Tells whether the provider of the canonical instance constructs. */
  boolean isByProvider() {
    return byProvider;
  }
}
