package dev.ssot.engine.place;

import dev.ssot.bootstrap.pattern.ClassNames;

/**
 * Which code constructs on behalf of others. Asked where class files are woven and where calls are
 * linked, which have to agree.
 */
public final class OnBehalf {
  private OnBehalf() {}

  /**
   * Tells whether a method does: it is in a library, in the target or in a class nested in it. A
   * constructor of the target that constructs another one does so for itself: on a stack, it would
   * be taken for one that calls another by {@code this(…)}.
   *
   * @param className binary name of the class that has the method
   * @param target binary name
   * @param own whether that class is the application's own code
   */
  public static boolean constructs(String className, String method, String target, boolean own) {
    boolean constructor = method.equals("<init>") && className.equals(target);
    return !constructor && (!own || ClassNames.isWithin(className, target));
  }
}
