package dev.ssot.engine.canonical;

import dev.ssot.engine.stack.Frames;
import java.lang.ref.WeakReference;

/**
 * An instance whose field is written by a method that has not returned yet: it may go on to
 * configure the instance, under a lock of its own. Nobody else is given the instance before.
 *
 * <p>The write is over when neither that method nor another one of its class or of the holder is on
 * the stack of the thread. Methods named {@code main} or {@code run} count only if they wrote
 * themselves: programs and threads stay in them for good.
 */
final class UnfinishedWrite {
  private final WeakReference<Object> instance;
  private final WeakReference<Thread> thread;
  private final String holder;
  private final String className;
  private final String method;

  private UnfinishedWrite(Object instance, String holder, StackTraceElement writer) {
    this.instance = new WeakReference<>(instance);
    this.thread = new WeakReference<>(Thread.currentThread());
    this.holder = holder;
    this.className = writer.getClassName();
    this.method = writer.getMethodName();
  }

  /**
   * Takes note of a write by the method that called the agent on this thread.
   *
   * @return null if the stack does not tell the method
   */
  static UnfinishedWrite byCaller(Object instance, String holder) {
    StackTraceElement[] stack = stack();
    return stack.length == 0 ? null : new UnfinishedWrite(instance, holder, stack[0]);
  }

  /** Returns the instance; null if it was collected. */
  Object instance() {
    return instance.get();
  }

  boolean isByThisThread() {
    return thread.get() == Thread.currentThread();
  }

  /** Tells whether the write is over once the method returns that called the agent. */
  boolean isOverOnReturn() {
    return isOutside(stack(), 1);
  }

  /**
   * Tells whether the thread has left the method, by an exception, too. Looks at the stack of
   * another thread, and so is not called on one of the application.
   */
  boolean isLeft() {
    Thread writing = thread.get();
    return writing == null || isOutside(writing.getStackTrace(), 0);
  }

  private boolean isOutside(StackTraceElement[] stack, int from) {
    for (int i = from; i < stack.length; i++) {
      if (isInside(stack[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isInside(StackTraceElement frame) {
    String name = frame.getMethodName();
    if (frame.getClassName().equals(className) && name.equals(method)) {
      return true;
    }
    boolean ofTheClass =
        frame.getClassName().equals(className) || frame.getClassName().equals(holder);
    return ofTheClass && !name.equals("main") && !name.equals("run");
  }

  private static StackTraceElement[] stack() {
    return Frames.outsideTheAgent(new Throwable().getStackTrace());
  }
}
