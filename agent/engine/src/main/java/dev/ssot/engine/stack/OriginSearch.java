package dev.ssot.engine.stack;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.application.ApplicationCode;
import java.util.ArrayList;
import java.util.List;

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
  private final List<String> inside = new ArrayList<>(2);
  private int looked;
  private Object own;
  private Object other;

  OriginSearch(Class<?> made, ApplicationCode application) {
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
    if (ClassNames.isWithin(type.getName(), made.getName())) {
      inside.add(PartialStack.method(frame));
      return looked < BOUND;
    }
    if (application.contains(type)) {
      own = frame;
      return false;
    }
    if (other == null && application.isElsewhere(type, made)) {
      other = frame;
    }
    return looked < BOUND;
  }

  /** Returns the frame of the origin; null if there is none but the construction itself. */
  Object origin() {
    return own == null ? other : own;
  }

  /** Returns the methods of the target and its nested classes on the way, the innermost first. */
  List<String> inside() {
    return inside;
  }
}
