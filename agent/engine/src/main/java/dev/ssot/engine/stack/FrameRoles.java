package dev.ssot.engine.stack;

/**
 * What the class of a frame tells of it, as bits. Known by the class as well as by its name, as
 * names are slow to compare and the same classes are on the stack again and again.
 */
public final class FrameRoles {
  /** The agent's own. */
  public static final int AGENT = 1;

  /** See {@link Frames#isPlumbing}. */
  public static final int PLUMBING = 1 << 1;

  /** See {@link Frames#isHidden}. */
  public static final int HIDDEN = 1 << 2;

  /** See {@link Frames#isOfHandles}. */
  public static final int HANDLES = 1 << 3;

  /** See {@link Frames#isMaker}. */
  public static final int MAKER = 1 << 4;

  /** See {@link ObjectLibraries}. */
  public static final int LIBRARY = 1 << 5;

  /** Reflection, or what Objenesis has in its place. */
  public static final int REFLECTION = 1 << 6;

  /** The JDK's serialization. */
  public static final int SERIALIZATION = 1 << 7;

  /** Of a class that is never shown as the one that asked. */
  public static final int BETWEEN = PLUMBING | HIDDEN;

  private static final ClassValue<Integer> OF_CLASSES =
      new ClassValue<Integer>() {
        @Override
        protected Integer computeValue(Class<?> type) {
          return of(type.getName());
        }
      };

  private FrameRoles() {}

  static int of(Class<?> type) {
    return OF_CLASSES.get(type);
  }

  /** Finds the roles of a class by its binary name. */
  public static int of(String className) {
    return bit(Frames.isOfTheAgent(className), AGENT)
        | bit(Frames.isPlumbing(className), PLUMBING)
        | bit(Frames.isHidden(className), HIDDEN)
        | bit(Frames.isOfHandles(className), HANDLES)
        | bit(Frames.isMaker(className), MAKER)
        | bit(ObjectLibraries.contains(className), LIBRARY)
        | bit(isReflection(className), REFLECTION)
        | bit(className.startsWith("java.io.Object"), SERIALIZATION);
  }

  /** Finds the roles of all frames. */
  public static int[] of(StackTraceElement... frames) {
    int[] roles = new int[frames.length];
    for (int i = 0; i < frames.length; i++) {
      roles[i] = of(frames[i].getClassName());
    }
    return roles;
  }

  private static boolean isReflection(String className) {
    return className.contains(".reflect.") || className.startsWith(Frames.OBJENESIS);
  }

  private static int bit(boolean set, int role) {
    return set ? role : 0;
  }
}
