package dev.ssot.engine.weave.site;

/** Which methods end the life of an instance, and in which classes. */
public interface GuardedMethods {
  /** No method of any class. */
  GuardedMethods NONE =
      new GuardedMethods() {
        @Override
        public boolean isGuarded(String method) {
          return false;
        }

        @Override
        public boolean isInheritedFrom(String internalName) {
          return false;
        }
      };

  /**
   * Tells by name alone whether a method is guarded. Asked only for methods without arguments and
   * result.
   */
  boolean isGuarded(String method);

  /** Tells whether a target has the class as a superclass, so that it inherits its methods. */
  boolean isInheritedFrom(String internalName);
}
