package dev.ssot.engine.guard;

/** Tells whether the guard is asked by each method that it guards of a class. */
public interface SuperclassHooks {
  /**
   * Waits until the class and its superclasses ask the guard. It is called before an instance is
   * shared, on a thread of the application: a superclass that was loaded before its target is
   * changed on the agent's thread, and a former owner must not close the instance meanwhile. The
   * wait is bounded.
   *
   * @return whether they ask, as far as the JVM lets them be changed
   */
  boolean await(Class<?> type);
}
