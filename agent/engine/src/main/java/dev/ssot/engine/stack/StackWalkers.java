package dev.ssot.engine.stack;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Handles to {@code StackWalker}. Each is null where the JVM lacks the method: all on Java 8, and
 * later additions on Java 9.
 */
public final class StackWalkers {
  private StackWalkers() {}

  /**
   * Finds the method that takes a function of a {@code Stream} of frames and returns its result.
   *
   * @param names the options of {@code StackWalker.Option}
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // names a type that 8 does not have
  public static MethodHandle walk(String... names) {
    try {
      Class<?> walker = Class.forName("java.lang.StackWalker");
      Class options = Class.forName("java.lang.StackWalker$Option");
      EnumSet shown = EnumSet.noneOf(options);
      for (String name : names) {
        shown.add(Enum.valueOf(options, name));
      }
      return MethodHandles.lookup()
          .findVirtual(walker, "walk", MethodType.methodType(Object.class, Function.class))
          .bindTo(walker.getMethod("getInstance", Set.class).invoke(null, shown));
    } catch (ReflectiveOperationException java8) {
      return null;
    }
  }

  /** Finds a method of a frame, as a handle that takes an {@code Object}. */
  public static MethodHandle ofFrame(String method, Class<?> type) {
    try {
      Class<?> frame = Class.forName("java.lang.StackWalker$StackFrame");
      return MethodHandles.publicLookup()
          .findVirtual(frame, method, MethodType.methodType(type))
          .asType(MethodType.methodType(type, Object.class));
    } catch (ReflectiveOperationException java8) {
      return null;
    }
  }
}
