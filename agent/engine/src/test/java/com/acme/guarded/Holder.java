package com.acme.guarded;

/** Was given the instance. */
public final class Holder {
  private Holder() {}

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
