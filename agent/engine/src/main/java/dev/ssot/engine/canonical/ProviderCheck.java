package dev.ssot.engine.canonical;

/** Tells whether the application's provider can be asked without making anything worse. */
public interface ProviderCheck {
  /** What is known of a provider. */
  enum Verdict {
    /** It can be asked now. */
    SAFE,
    /** It cannot be asked now; later perhaps. */
    UNSAFE,
    /** There is no such member. */
    ABSENT
  }

  /**
   * Looks at a provider and runs none of its code. Called on a thread of the agent, and may take a
   * while.
   *
   * @param holder binary name of the class that declares it
   * @param member name of the method without arguments, or of the field
   * @param loader of the target
   */
  Verdict check(String holder, String member, boolean method, ClassLoader loader);
}
