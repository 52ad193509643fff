package jdk.internal.misc;

import java.lang.reflect.Field;

/**
 * What the dispatch class uses of this class of Java 9 and later. The compiler reads it and writes
 * no class file, because release 8 of the compiler does not know the class.
 */
public final class Unsafe {
  private Unsafe() {}

  /** Is called within {@code java.base} alone. */
  public static native Unsafe getUnsafe();

  /** Returns where the field is in each object. */
  public native long objectFieldOffset(Field field);

  /** Reads without any check. */
  public native long getLong(Object object, long offset);
}
