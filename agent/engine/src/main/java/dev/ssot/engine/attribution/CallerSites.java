package dev.ssot.engine.attribution;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.stack.PartialStack;

/**
 * Finds who asks for an object, from the stack of this thread before the object exists. It is the
 * same location that the constructor hook would find if the constructor ran.
 */
public final class CallerSites {
  private CallerSites() {}

  /**
   * Finds the call site, or creates it.
   *
   * @param made the class of the target
   */
  public static Site of(Target target, Class<?> made) {
    return of(target, made, null);
  }

  /**
   * Finds the call site, or creates it.
   *
   * @param made the class of the target
   * @param kind null to be found from the stack
   */
  public static Site of(Target target, Class<?> made, Kind kind) {
    return asking(target, made, kind).site();
  }

  /** Finds the call site as {@link #of} does, and its class. */
  public static Asker asking(Target target, Class<?> made, Kind kind) {
    PartialStack stack = PartialStack.of(made, target.application, target.ownMaker()).take();
    return new Asker(new StackReader(target, stack).site(kind), stack.originClass());
  }

  /** Tells whether the JDK's reflection or serialization asks, which have hooks of their own. */
  public static boolean isAskedByReflection(Target target) {
    return new StackReader(target, PartialStack.of(target.className).take()).isCalledByReflection();
  }
}
