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
  private final boolean showsHandles;
  private final boolean byHiddenClass;

  /** Index of the first frame that is neither the agent's nor the target's constructor. */
  private final int direct;

  /** Index of the first frame that is neither the agent's, the target's, nor a handle's. */
  private final int caller;

  StackReader(Target target, PartialStack stack) {
    this(target, stack.frames(), stack.showsHandles(), stack.isCalledByHiddenClass());
  }

  StackReader(
      Target target, StackTraceElement[] frames, boolean showsHandles, boolean byHiddenClass) {
    this.target = target;
    this.frames = frames;
    this.showsHandles = showsHandles;
    this.byHiddenClass = byHiddenClass;
    this.direct = endOfConstructors();
    this.caller = endOfHandles();
  }

  /**
   * Tells whether a method called the constructor by a plain {@code new} that the class file does
   * not have any more: it was entered before its class was woven. Newer JVMs do not know the line
   * of such a frame; Java 8 does, and needs it, as it does not show handles.
   */
  private boolean isOfRunningFrame() {
    if (isCalledByHiddenClass() || !(showsHandles ? isCalledByPlainCode() : isCalledDirectly())) {
      return false;
    }
    StackTraceElement frame = frames[caller];
    int line = showsHandles ? -1 : frame.getLineNumber();
    return target.wovenLate.contains(frame.getClassName(), frame.getMethodName(), line)
        && target.notWoven().kindAt(frame) == null;
  }

  /** Tells whether no method handle is between the constructor and the application's code. */
  private boolean isCalledByPlainCode() {
    return showsHandles && isCalledDirectly() && !frames[caller].isNativeMethod();
  }

  private boolean isCalledDirectly() {
    return direct > 0
        && direct == caller
        && caller < frames.length
        && Frames.isConstructor(frames[direct - 1], target.className)
        && !isBetween(frames[caller].getClassName());
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
    if (site == frames.length) {
      return Location.nowhere("unattributed");
    }
    return isOfRunningFrame()
        ? Location.ofRunningFrame(frames[site])
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
   * Tells whether a constructor of another class called that of the target, for an object of a
   * subclass as a rule.
   */
  boolean isCalledBySubclass() {
    return isCalledDirectly()
        && frames[caller].getMethodName().equals("<init>")
        && target.notWoven().kindAt(frames[caller]) == null;
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

  /**
   * Tells whether the reflection or the serialization of the JDK called what runs on top of the
   * stack. Whatever else of the JDK calls it does so on somebody's behalf, as the linker of a
   * scripting language.
   */
  boolean isCalledByReflection() {
    if (caller == frames.length) {
      return false;
    }
    String name = frames[caller].getClassName();
    return Frames.isPlumbing(name) && (isReflective(name) || isSerialization(name));
  }

  private static boolean isReflective(String className) {
    return className.contains(".reflect.") || className.startsWith(OBJENESIS);
  }

  private static boolean isSerialization(String className) {
    return className.startsWith("java.io.Object");
  }

  private int endOfConstructors() {
    int i = 0;
    while (i < frames.length && Frames.isOfTheAgent(frames[i].getClassName())) {
      i++;
    }
    while (i < frames.length && Frames.isConstructor(frames[i], target.className)) {
      i++;
    }
    return i;
  }

  private int endOfHandles() {
    int i = direct;
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
      if (Frames.isHidden(name) && !Frames.isPlumbing(name) && !Frames.isMaker(name)) {
        return true;
      }
    }
    return byHiddenClass;
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
      return directKind(frames[from]);
    }
    for (int i = from; i < to; i++) {
      if (isSerialization(frames[i].getClassName())) {
        return Kind.DESERIALIZATION;
      }
    }
    if (isReflective(frames[from].getClassName())) {
      return Kind.REFLECTION;
    }
    boolean handle = (direct < from || !showsHandles) && !isCalledByHiddenClass();
    return handle ? Kind.METHOD_HANDLE : Kind.METHOD_REFERENCE;
  }

  private Kind directKind(StackTraceElement frame) {
    Kind unwoven = target.notWoven().kindAt(frame);
    if (unwoven != null) {
      return unwoven;
    }
    boolean other = frame.isNativeMethod() || isCalledByPlainCode();
    return other ? Kind.UNATTRIBUTED : Kind.METHOD_HANDLE;
  }
}
