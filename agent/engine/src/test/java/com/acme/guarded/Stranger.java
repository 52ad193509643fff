package com.acme.guarded;

/** Was not given the instance. */
public final class Stranger {
  private Stranger() {}

  public static void close(Pool pool) {
    pool.close();
  }

  public static void run(Runnable other) {
    other.run();
  }

  public static Runnable closing(Pool pool) {
    return pool::close;
  }
}
