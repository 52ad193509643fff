package dev.ssot.bootstrap.start;

/**
 * The engine as the bootstrap zone sees it. Implemented in the agent's own class loader, which sees
 * this package of the system loader and nothing else of it.
 */
public interface AgentEngine {
  /**
   * Weaves a class file that names a target. Called on the application's threads.
   *
   * @param loader null for the boot loader
   * @param className internal name
   * @return null to leave the class as it is
   */
  byte[] transform(ClassLoader loader, String className, byte[] classFile);

  /**
   * Returns whether a class file that names no target is to be woven all the same. Asked for each
   * of them: must return at once.
   *
   * @param className internal name
   */
  boolean weavesAlso(String className);

  /**
   * Takes note that the application loaded a library. Must return at once.
   *
   * @param loader null for the boot loader
   */
  void libraryLoaded(Library library, ClassLoader loader);

  /**
   * Does what must be done before the first class is woven, and after all libraries that were
   * loaded before were told. Called once, on the start thread, while the application waits.
   */
  void started() throws Exception;

  /** Writes what is to be written at exit. Called once, on a thread of the agent. */
  void exit() throws Exception;
}
