package com.acme.guarded;

/** A target, guarded by hand as the weaver does it. */
public final class Pool {
  public static Question guard;

  public int closed;

  public void close() {
    try {
      if (guard.guards(this, "close")) {
        return;
      }
    } catch (Throwable failed) {
      throw new AssertionError(failed);
    }
    closed++;
  }

  /** A guarded name, without a guard of its own: as in a class that was not woven. */
  public void shutdown() {
    close();
  }

  /** The target's own code, which may. */
  public static void closeAll(Pool pool) {
    pool.close();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pool;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  /** The guard, of which the application knows nothing. */
  public interface Question {
    boolean guards(Object instance, String method) throws Throwable;
  }
}
