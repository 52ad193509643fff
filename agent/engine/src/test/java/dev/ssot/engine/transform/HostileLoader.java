package dev.ssot.engine.transform;

/** Throws where a loader of an application may take a lock that somebody holds who waits for us. */
final class HostileLoader extends ClassLoader {
  HostileLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  public int hashCode() {
    throw new AssertionError("asked for its hash");
  }

  @Override
  public boolean equals(Object other) {
    throw new AssertionError("compared");
  }

  @Override
  public String toString() {
    throw new AssertionError("printed");
  }
}
