package dev.ssot.engine.stack;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import java.util.Arrays;

/** Tells whose code a frame is, and cuts stacks to what the application is shown of them. */
public final class Frames {
  /** The class that all woven code calls. */
  private static final String DISPATCH = "java.lang.SsotDispatch";

  private static final String[] AGENT = {"dev.ssot.engine.", "dev.ssot.bootstrap.", DISPATCH};

  /**
   * Part of the names of the hidden classes that construct on behalf of woven call sites; what
   * comes before it is the class that has the site.
   */
  public static final String MAKER = "$$Lambda$Ssot";

  static final String OBJENESIS = "org.objenesis.";

  private Frames() {}

  /** Tells whether the class is the agent's, on the stack because woven code called it. */
  public static boolean isOfTheAgent(String className) {
    return ClassNames.startsWithAny(className, AGENT);
  }

  /**
   * Tells whether the class only stands between the constructor and the caller, such as one of the
   * JDK or Objenesis.
   */
  public static boolean isPlumbing(String className) {
    return JdkClasses.isFrame(className) || className.startsWith(OBJENESIS);
  }

  /** Tells a hidden class by the end of its name, as in {@code A$$Lambda/0x7f0d}. */
  public static boolean isHidden(String className) {
    return className.indexOf('/') >= 0;
  }

  /** Tells whether the class runs method handles. */
  public static boolean isOfHandles(String className) {
    return className.startsWith("java.lang.invoke.");
  }

  /** Tells whether the class constructs on behalf of a woven call site. */
  public static boolean isMaker(String className) {
    return className.contains(MAKER);
  }

  /** Tells whether the frame is a constructor of that class. */
  public static boolean isConstructor(StackTraceElement frame, String className) {
    return frame.getMethodName().equals("<init>") && frame.getClassName().equals(className);
  }

  /**
   * Tells whether that is no method's own name. JDK 11 gives this one to each frame whose code was
   * replaced by a retransformation while it ran; a {@code Throwable} knows the right one.
   */
  public static boolean isNameless(String method) {
    return method.equals("throwNoSuchMethodError");
  }

  /** Cuts off the agent's own innermost frames. */
  public static StackTraceElement[] outsideTheAgent(StackTraceElement... frames) {
    return outsideTheAgent(frames, frames.length);
  }

  /** Cuts off the agent's own innermost frames, and all beyond {@code depth}. */
  public static StackTraceElement[] outsideTheAgent(StackTraceElement[] frames, int depth) {
    int start = 0;
    while (start < frames.length && isOfItsCall(frames[start].getClassName())) {
      start++;
    }
    return Arrays.copyOfRange(frames, start, Math.min(frames.length, start + depth));
  }

  /** Tells whether the frame is the agent's, or of what it calls itself through. */
  private static boolean isOfItsCall(String className) {
    return isOfTheAgent(className) || className.equals("java.security.AccessController");
  }

  /**
   * Cuts off the frames inside the innermost frame of a method, and all beyond {@code depth}. If
   * the method is not on the stack, it cuts off the agent's own frames.
   */
  public static StackTraceElement[] from(
      String className, String method, StackTraceElement[] frames, int depth) {
    int start = 0;
    while (start < frames.length && !isOf(frames[start], className, method)) {
      start++;
    }
    return start == frames.length
        ? outsideTheAgent(frames, depth)
        : Arrays.copyOfRange(frames, start, Math.min(frames.length, start + depth));
  }

  private static boolean isOf(StackTraceElement frame, String className, String method) {
    return frame.getMethodName().equals(method) && frame.getClassName().equals(className);
  }
}
