package dev.ssot.engine.canonical;

/** Tells whether the application's provider can be asked without making anything worse. */
public interface ProviderCheck {
  /** What is known of a provider. */
  enum Verdict {
    /** It can be asked now. */
    SAFE,
    /** It cannot be asked now; later perhaps. */
    UNSAFE,
    /** There is no such member, or none that can yield an instance of the target. */
    ABSENT
  }

  /**
   * Looks at a provider and runs none of its code. Called on a thread of the agent, and may take a
   * while.
   *
   * @param target binary name of the class whose instance it is to yield
   * @param loader of the target
   */
  Verdict check(String target, LearnedMember member, ClassLoader loader);
}
