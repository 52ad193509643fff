package dev.ssot.engine.attribution;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.stack.PartialStack;

/**
 * Finds who asks for an object, from the stack of this thread before the object exists. It is the
 * same location that the constructor hook would find if the constructor ran.
 */
public final class CallerSites {
  private CallerSites() {}

  /** Finds the call site, or creates it. */
  public static Site of(Target target) {
    StackReader reader = read(target);
    Site site = target.site(reader.location());
    if (reader.isMadeByLibrary()) {
      site.markMadeByLibrary();
    }
    return site;
  }

  /** Tells whether the JDK's reflection or serialization asks, which have hooks of their own. */
  public static boolean isAskedByReflection(Target target) {
    return read(target).isCalledByReflection();
  }

  private static StackReader read(Target target) {
    return new StackReader(target, PartialStack.of(target.className));
  }
}
