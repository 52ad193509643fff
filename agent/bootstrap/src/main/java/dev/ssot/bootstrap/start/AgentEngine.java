package dev.ssot.bootstrap.start;

import java.security.ProtectionDomain;
import java.util.List;

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
   * @param domain where the class comes from; null if that is not known
   * @param loaded whether the class is there already
   * @return null to leave the class as it is
   */
  byte[] transform(
      ClassLoader loader,
      String className,
      ProtectionDomain domain,
      boolean loaded,
      byte[] classFile);

  /**
   * Takes note that a class that was loaded before could not be woven, and is as its class file has
   * it.
   *
   * @param loader null for the boot loader
   * @param className internal name
   */
  void unwoven(ClassLoader loader, String className);

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
   * Begins to answer woven code. By then the engine was told of the libraries loaded before, and no
   * class was woven yet. Called once, on the start thread, while the application waits.
   */
  void startup() throws Exception;

  /**
   * Starts what no class waits for: the agent's threads, reports, MBean, metrics and HTTP. Called
   * once, after {@link #startup}, on the start thread. If it fails, woven code constructs and
   * counts nothing any more.
   */
  void publish();

  /**
   * Weaves classes that were loaded before, in their order. One that cannot be woven stays as it is
   * and does not affect the others. Called on the start thread.
   */
  void weaveLoaded(List<Class<?>> classes);

  /**
   * Writes the output of the exit and stops all threads. Called once, on a thread of the agent.
   *
   * @throws IllegalStateException without {@link #publish}: there is no report
   */
  void shutdown() throws Exception;
}
