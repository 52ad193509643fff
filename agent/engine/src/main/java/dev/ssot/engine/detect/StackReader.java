package dev.ssot.engine.detect;

import dev.ssot.bootstrap.pattern.JdkClasses;
import java.util.Arrays;

/** Reads from a stack who asked for the object whose constructor runs on it, and how. */
public final class StackReader {
  private static final String DISPATCH = "java.lang.SsotDispatch";
  private static final String[] AGENT = {"dev.ssot.engine.", "dev.ssot.bootstrap.", DISPATCH};

  private static final String OBJENESIS = "org.objenesis.";

  private final Target target;
  private final StackTraceElement[] frames;

  /** Index of the first frame that is neither the agent's, the target's, nor a handle's. */
  private final int caller;

  StackReader(Target target, StackTraceElement[] frames) {
    this.target = target;
    this.frames = frames;
    this.caller = callerOfConstructor();
  }

  /**
   * Whether a woven call site called the constructor after all: another thread overwrote its mark.
   */
  boolean isAccountedFor() {
    if (caller == frames.length) {
      return false;
    }
    StackTraceElement direct = frames[caller];
    return direct.getClassName().equals(DISPATCH)
        || (!isCalledByHiddenClass()
            && target.isCalledAt(direct)
            && target.leftAsIs.kindAt(direct) == null);
  }

  /** The first frame of the application, and what lies between it and the constructor. */
  Location location() {
    int site = caller;
    while (site < frames.length && isBetween(frames[site].getClassName())) {
      site++;
    }
    return site == frames.length
        ? Location.nowhere("unattributed")
        : Location.frame(frames[site], kind(caller, site));
  }

  /**
   * Line of the constructor that whoever asked for the object called; -1 if it is unknown.
   *
   * @see NearStack#constructor
   */
  int constructorLine() {
    int line = -1;
    for (int i = 0; i < caller; i++) {
      if (isConstructor(frames[i], target.className)) {
        line = frames[i].getLineNumber();
      }
    }
    return line;
  }

  private static boolean isBetween(String className) {
    return isPlumbing(className) || isHidden(className);
  }

  /** Whether code of the JDK called what runs on top of the stack. */
  boolean isCalledByTheJdk() {
    return caller < frames.length && isPlumbing(frames[caller].getClassName());
  }

  private int callerOfConstructor() {
    int i = 0;
    while (i < frames.length && isOfTheAgent(frames[i].getClassName())) {
      i++;
    }
    while (i < frames.length && isConstructor(frames[i], target.className)) {
      i++;
    }
    while (i < frames.length && isHandle(frames[i].getClassName())) {
      i++;
    }
    return i;
  }

  /**
   * Whether a hidden class called the constructor, such as that of an {@code X::new} that was not
   * woven. JVMs show its frame to nobody who does not ask for it.
   */
  boolean isCalledByHiddenClass() {
    for (int i = 1; i < caller; i++) {
      String name = frames[i].getClassName();
      if (isHidden(name) && !isPlumbing(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHandle(String className) {
    return className.startsWith("java.lang.invoke.") || isHidden(className);
  }

  /** Its name ends in what tells it from others of its name: {@code A$$Lambda/0x7f0d}. */
  static boolean isHidden(String className) {
    return className.indexOf('/') >= 0;
  }

  static boolean isConstructor(StackTraceElement frame, String className) {
    return frame.getMethodName().equals("<init>") && frame.getClassName().equals(className);
  }

  /** Our own code, on the stack because woven code called it. */
  public static boolean isOfTheAgent(String className) {
    return startsWithAny(className, AGENT);
  }

  /** Returns whether it stands between the constructor and whoever asked: the JDK's, Objenesis. */
  public static boolean isPlumbing(String className) {
    return JdkClasses.isFrame(className) || className.startsWith(OBJENESIS);
  }

  /** JVMs hide the frames of method handles, or we do: the site itself is the direct caller. */
  private Kind kind(int from, int to) {
    if (from == to) {
      Kind unwoven = target.leftAsIs.kindAt(frames[from]);
      return unwoven == null ? Kind.METHOD_HANDLE : unwoven;
    }
    for (int i = from; i < to; i++) {
      if (frames[i].getClassName().startsWith("java.io.Object")) {
        return Kind.DESERIALIZATION;
      }
    }
    String direct = frames[from].getClassName();
    boolean reflective = direct.contains(".reflect.") || direct.startsWith(OBJENESIS);
    return reflective ? Kind.REFLECTION : Kind.METHOD_REFERENCE;
  }

  /** The frames from the site outwards; if the site is not among them, those not the agent's. */
  static StackTraceElement[] from(Location site, StackTraceElement[] frames, int depth) {
    int start = 0;
    while (start < frames.length && !site.isMethodOf(frames[start])) {
      start++;
    }
    if (start == frames.length) {
      return outsideTheAgent(frames, depth);
    }
    return Arrays.copyOfRange(frames, start, Math.min(frames.length, start + depth));
  }

  /** The frames from the application's innermost outwards. */
  public static StackTraceElement[] outsideTheAgent(StackTraceElement[] frames, int depth) {
    int start = 0;
    while (start < frames.length && isOfTheAgent(frames[start].getClassName())) {
      start++;
    }
    return Arrays.copyOfRange(frames, start, Math.min(frames.length, start + depth));
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
