package dev.ssot.bootstrap.zone;

/**
 * A child of an application's loader for one class of the agent. It is a class of the system
 * loader: a library that keeps what it was given by the agent, such as the loader of a logger,
 * keeps nothing of the engine.
 */
public final class ChildLoader extends ClassLoader {
  /** Creates a child that gets from its parent whatever it does not define. */
  public ChildLoader(ClassLoader application) {
    super(application);
  }

  /** Defines the class, even if the parent has one of that name. */
  public Class<?> define(String className, byte[] classFile) {
    return defineClass(className, classFile, 0, classFile.length);
  }
}
