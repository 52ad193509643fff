package sun.misc;

import java.lang.reflect.Field;

/**
 * What the dispatch class uses of this class of Java 8. The compiler reads it and writes no class
 * file, because release 8 of the compiler hides the class of the JDK.
 */
public final class Unsafe {
  private Unsafe() {}

  /** Is called by classes of the JDK alone. */
  public static native Unsafe getUnsafe();

  /** Returns where the field is in each object. */
  public native long objectFieldOffset(Field field);

  /** Reads without any check. */
  public native long getLong(Object object, long offset);
}
