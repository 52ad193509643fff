package dev.ssot.engine.stack;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stack of this thread from the innermost frame outwards, including frames of lambdas: after
 * {@code executor.submit(pool::close)}, nothing else on the stack tells who wrote that.
 */
public final class ThreadStack implements Function<Stream<?>, Object> {
  private static final Walker WALKER = Walker.OF_JDK;

  private final Visitor visitor;

  private ThreadStack(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Shows frame after frame until the visitor stops. */
  public static void walk(Visitor visitor) {
    if (WALKER == null) {
      Java8Stack.walk(visitor);
    } else {
      WALKER.walk(new ThreadStack(visitor), Walker.FEWEST);
    }
  }

  @Override
  public Object apply(Stream<?> stack) {
    Iterator<?> frames = stack.iterator();
    boolean more = true;
    while (more && frames.hasNext()) {
      Object frame = frames.next();
      String method = WALKER.method(frame);
      more = visitor.visit(WALKER.type(frame).getName(), Frames.isNameless(method) ? "" : method);
    }
    return null;
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
