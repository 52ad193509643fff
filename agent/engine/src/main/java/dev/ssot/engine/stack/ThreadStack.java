package dev.ssot.engine.stack;

import java.lang.invoke.MethodHandle;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stack of this thread from the innermost frame outwards, including frames of lambdas: after
 * {@code executor.submit(pool::close)}, nothing else on the stack tells who wrote that.
 */
public final class ThreadStack implements Function<Stream<?>, Object> {
  private static final MethodHandle WALK = StackWalkers.walk("SHOW_HIDDEN_FRAMES");
  private static final MethodHandle CLASS_NAME = StackWalkers.ofFrame("getClassName", String.class);
  private static final MethodHandle METHOD_NAME =
      StackWalkers.ofFrame("getMethodName", String.class);

  private final Visitor visitor;

  private ThreadStack(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Shows frame after frame until the visitor stops. */
  public static void walk(Visitor visitor) throws Throwable {
    if (WALK == null) {
      Java8Stack.walk(visitor);
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
        String method = (String) METHOD_NAME.invokeExact(frame);
        more = visitor.visit(className, Frames.isNameless(method) ? "" : method);
      }
      return null;
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Looks at frames. */
  public interface Visitor {
    /**
     * Looks at one frame.
     *
     * @param method "" if it is not known
     * @return whether to go on
     */
    boolean visit(String className, String method);
  }
}
