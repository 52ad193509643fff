package com.acme;

import java.util.function.Supplier;

/**
 * An application's class that tells what its constructor sees; the agent's packages pass for it.
 */
public final class MadeByReflection {
  public final Object seen;

  public MadeByReflection(Supplier<?> look) {
    this.seen = look.get();
  }

  public static Object made(Supplier<?> look) throws ReflectiveOperationException {
    return MadeByReflection.class.getConstructor(Supplier.class).newInstance(look).seen;
  }
}
