package com.acme;

import java.util.function.Supplier;

/**
 * An application's class that tells what its constructor sees; the agent's packages pass for it.
 */
public final class MadeByReflection {
  private static final ThreadLocal<Supplier<?>> looking = new ThreadLocal<>();

  public final Object seen;

  public MadeByReflection(Supplier<?> look) {
    this.seen = look.get();
  }

  /** What was given to {@link #chained}. */
  public MadeByReflection() {
    this(looking.get());
  }

  public static Object made(Supplier<?> look) throws ReflectiveOperationException {
    return MadeByReflection.class.getConstructor(Supplier.class).newInstance(look).seen;
  }

  /** By a constructor that calls the other one. */
  public static Object chained(Supplier<?> look) throws ReflectiveOperationException {
    looking.set(look);
    return MadeByReflection.class.getConstructor().newInstance().seen;
  }
}
