package dev.ssot.engine.redirect.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stack of this thread from inside out, frames of lambdas included: {@code
 * executor.submit(pool::close)} leaves no other trace of whoever wrote it.
 */
final class ThreadStack implements Function<Stream<?>, Object> {
  /** Bound to a walker: takes a function, returns its result. Null on 8. */
  private static final MethodHandle WALK;

  private static final MethodHandle CLASS_NAME;
  private static final MethodHandle METHOD_NAME;

  static {
    MethodHandle[] handles = handles();
    WALK = handles[0];
    CLASS_NAME = handles[1];
    METHOD_NAME = handles[2];
  }

  private final Visitor visitor;

  private ThreadStack(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Until the visitor has seen enough. */
  static void walk(Visitor visitor) throws Throwable {
    if (WALK == null) {
      OldStack.walk(visitor);
    } else {
      Object nothing = WALK.invoke(new ThreadStack(visitor));
      assert nothing == null;
    }
  }

  @Override
  public Object apply(Stream<?> stack) {
    try {
      Iterator<?> frames = stack.iterator();
      boolean more = true;
      while (more && frames.hasNext()) {
        Object frame = frames.next();
        String className = (String) CLASS_NAME.invokeExact(frame);
        more = visitor.visit(className, (String) METHOD_NAME.invokeExact(frame));
      }
      return null;
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // names a type that 8 does not have
  private static MethodHandle[] handles() {
    try {
      Class<?> walker = Class.forName("java.lang.StackWalker");
      Class<?> frame = Class.forName("java.lang.StackWalker$StackFrame");
      Class option = Class.forName("java.lang.StackWalker$Option");
      Object hidden = Enum.valueOf(option, "SHOW_HIDDEN_FRAMES");
      Object instance = walker.getMethod("getInstance", option).invoke(null, hidden);
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodType text = MethodType.methodType(String.class);
      MethodType textOfFrame = MethodType.methodType(String.class, Object.class);
      return new MethodHandle[] {
        MethodHandles.lookup()
            .findVirtual(walker, "walk", MethodType.methodType(Object.class, Function.class))
            .bindTo(instance),
        lookup.findVirtual(frame, "getClassName", text).asType(textOfFrame),
        lookup.findVirtual(frame, "getMethodName", text).asType(textOfFrame)
      };
    } catch (ReflectiveOperationException java8) {
      return new MethodHandle[3];
    }
  }

  /** Looks at frames. */
  interface Visitor {
    /**
     * One frame.
     *
     * @param method "" if it is not known
     * @return whether to go on
     */
    boolean visit(String className, String method);
  }
}
