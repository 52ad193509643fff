package dev.ssot.engine.walker;

import dev.ssot.engine.stack.Walker;
import java.lang.StackWalker.StackFrame;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Calls {@code StackWalker}. Loaded by name, by the class that it extends. */
public final class DirectWalker extends Walker {
  /** Hidden frames include those of reflection; JDK 25 needs the other option for descriptors. */
  private static final Set<StackWalker.Option> OPTIONS =
      EnumSet.of(StackWalker.Option.SHOW_HIDDEN_FRAMES, StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** Places of its buffer that a walker before 22 does not fill, and takes for frames. */
  private static final int NOT_FILLED = Runtime.version().version().get(0) < 22 ? 2 : 0;

  /** By the number of frames that each asks the JVM for at first. */
  private final StackWalker[] walkers = new StackWalker[MOST + 1];

  /** Makes the only one. Takes a permission, which the agent has on its own thread. */
  public DirectWalker() {
    for (int frames = FEWEST; frames <= MOST; frames++) {
      walkers[frames] = StackWalker.getInstance(OPTIONS, frames + NOT_FILLED);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // whoever takes any frames takes these
  protected void walk(Function<Stream<?>, ?> function, int frames) {
    Object nothing = walkers[frames].walk((Function<Stream<StackFrame>, Object>) (Object) function);
    assert nothing == null;
  }

  @Override
  protected Class<?> type(Object frame) {
    return ((StackFrame) frame).getDeclaringClass();
  }

  @Override
  protected String method(Object frame) {
    return ((StackFrame) frame).getMethodName();
  }

  @Override
  protected StackTraceElement element(Object frame) {
    return ((StackFrame) frame).toStackTraceElement();
  }

  @Override
  protected String descriptor(Object frame) {
    return ((StackFrame) frame).getDescriptor();
  }
}
