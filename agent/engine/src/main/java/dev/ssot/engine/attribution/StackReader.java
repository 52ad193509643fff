package dev.ssot.engine.attribution;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.stack.Frames;
import dev.ssot.engine.stack.ObjectLibraries;
import dev.ssot.engine.stack.PartialStack;

/** Reads from a stack who asked for the object whose constructor runs on it, and how. */
public final class StackReader {
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
   * Tells whether a woven call site called the constructor after all: another thread overwrote its
   * mark.
   */
  boolean isAccountedFor() {
    if (caller == frames.length) {
      return false;
    }
    StackTraceElement direct = frames[caller];
    return !isCalledByHiddenClass()
        && target.isCalledAt(direct)
        && target.notWoven().kindAt(direct) == null;
  }

  /**
   * Tells whether an outer constructor called this one by {@code this(…)} and will report the
   * object: another thread overwrote the mark in between.
   */
  boolean isReportedByOuter() {
    int outer = agentFrames() + 1;
    return target.isHooked()
        && outer < caller
        && Frames.isConstructor(frames[outer], target.className)
        && target.notWoven().kindAt(frames[outer]) == null;
  }

  /**
   * Finds the first frame of the application. The frames between it and the constructor tell the
   * kind.
   */
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
   * Finds the line of the constructor that whoever asked for the object called; -1 if unknown.
   *
   * @see PartialStack#constructor
   */
  int constructorLine() {
    int line = -1;
    for (int i = 0; i < caller; i++) {
      if (Frames.isConstructor(frames[i], target.className)) {
        line = frames[i].getLineNumber();
      }
    }
    return line;
  }

  /**
   * Tells whether a library that makes objects for itself asked: it is the first of the application
   * on the stack, or stands before that.
   */
  boolean isMadeByLibrary() {
    for (int i = caller; i < frames.length; i++) {
      String name = frames[i].getClassName();
      if (ObjectLibraries.contains(name)) {
        return true;
      }
      if (!isBetween(name)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isBetween(String className) {
    return Frames.isPlumbing(className) || Frames.isHidden(className);
  }

  /** Tells whether code of the JDK called what runs on top of the stack. */
  boolean isCalledByTheJdk() {
    return caller < frames.length && Frames.isPlumbing(frames[caller].getClassName());
  }

  private int agentFrames() {
    int i = 0;
    while (i < frames.length && Frames.isOfTheAgent(frames[i].getClassName())) {
      i++;
    }
    return i;
  }

  private int callerOfConstructor() {
    int i = agentFrames();
    while (i < frames.length && Frames.isConstructor(frames[i], target.className)) {
      i++;
    }
    while (i < frames.length && isHandle(frames[i].getClassName())) {
      i++;
    }
    return i;
  }

  /**
   * Tells whether a hidden class called the constructor, such as that of an {@code X::new} that was
   * not woven. JVMs show its frame only on request.
   */
  boolean isCalledByHiddenClass() {
    for (int i = 1; i < caller; i++) {
      String name = frames[i].getClassName();
      if (Frames.isHidden(name) && !Frames.isPlumbing(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHandle(String className) {
    return Frames.isOfHandles(className) || Frames.isHidden(className);
  }

  /**
   * Tells the kind. The frames of method handles are hidden by the JVM or by the agent, so that the
   * site seems to call the constructor directly.
   */
  private Kind kind(int from, int to) {
    if (from == to) {
      Kind unwoven = target.notWoven().kindAt(frames[from]);
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
}
