package dev.ssot.engine.guard;

/**
 * Tells whether the JVM is ending. A shutdown hook has nothing on its stack that says so, but what
 * is left open then ends anyway.
 */
final class EndOfJvm {
  /** Never started, and never registered. Made here, as a new thread inherits from its maker. */
  private final Thread nobody = new Thread("ssot-never-started");

  boolean isNear() {
    try {
      Runtime.getRuntime().removeShutdownHook(nobody);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    } catch (SecurityException unknown) {
      return false;
    }
  }
}
