package dev.ssot.engine.attribution;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.stack.FrameRoles;
import dev.ssot.engine.stack.Frames;
import dev.ssot.engine.stack.PartialStack;

/** Reads from a stack who asked for the object whose constructor runs on it, and how. */
public final class StackReader {
  private final Target target;
  private final StackTraceElement[] frames;

  /** {@link FrameRoles} of each frame. */
  private final int[] roles;

  private final boolean showsHandles;
  private final boolean byHiddenClass;
  private final StackTraceElement origin;
  private final boolean birth;
  private final boolean byProvider;

  /** Index of the first frame that is neither the agent's nor the target's constructor. */
  private final int direct;

  /** Index of the first frame that is neither the agent's, the target's, nor a handle's. */
  private final int caller;

  StackReader(Target target, PartialStack stack) {
    this(
        target,
        stack.frames(),
        stack.roles(),
        stack.showsHandles(),
        stack.isCalledByHiddenClass(),
        stack.origin(),
        target.isBirth(stack.isByInitialiser(), stack.isByProvider()),
        stack.isByProvider());
  }

  /**
   * Reads the stack.
   *
   * @param origin null if there is none but the construction itself
   * @param birth whether the target constructs for itself
   * @param byProvider whether its provider constructs
   */
  StackReader(
      Target target,
      StackTraceElement[] frames,
      int[] roles,
      boolean showsHandles,
      boolean byHiddenClass,
      StackTraceElement origin,
      boolean birth,
      boolean byProvider) {
    this.origin = origin;
    this.birth = birth;
    this.byProvider = byProvider;
    this.target = target;
    this.frames = frames;
    this.roles = roles;
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
    if (isCalledByHiddenClass()
        || isAtWovenCall()
        || !(showsHandles ? isCalledByPlainCode() : isCalledDirectly())) {
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
        && !is(caller, FrameRoles.BETWEEN);
  }

  /**
   * Finds the site that asks for the object, or creates it, and notes who asks.
   *
   * @param known the kind; null to be found
   */
  Site site(Kind known) {
    Site site = target.site(location(known));
    if (birth && byProvider) {
      target.noteBirth(site);
    }
    if (isMadeByLibrary()) {
      site.markMadeByLibrary();
    }
    return site;
  }

  /**
   * Finds on whose behalf the object is constructed, and where. The target's own instance is
   * constructed on nobody's.
   */
  Location location() {
    return location(null);
  }

  /**
   * Finds the same where the kind is known.
   *
   * @param known null to be found
   */
  Location location(Kind known) {
    Location construction = construction(known);
    if (construction.isNowhere()) {
      return construction;
    }
    if (birth) {
      return construction.asBirth();
    }
    if (origin == null || construction.isAt(origin)) {
      return construction;
    }
    Location through = Location.through(origin, construction);
    boolean factory = target.factories.at(target.className, origin) != null;
    return factory ? through.asFactory() : through;
  }

  /** Tells whether a woven {@code new} constructs that leaves it to the stack to tell for whom. */
  boolean isAtWovenCall() {
    return caller < frames.length
        && isCalledDirectly()
        && target.wovenElsewhere.contains(frames[caller]);
  }

  /**
   * Finds the first frame that is not the JDK's. The frames between it and the constructor tell the
   * kind.
   */
  private Location construction(Kind known) {
    int site = caller;
    while (site < frames.length && is(site, FrameRoles.BETWEEN)) {
      site++;
    }
    if (site == frames.length) {
      return Location.nowhere("unattributed");
    }
    if (known != null) {
      return Location.frame(frames[site], known);
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
      if (is(i, FrameRoles.LIBRARY)) {
        return true;
      }
      if (!is(i, FrameRoles.BETWEEN)) {
        return false;
      }
    }
    return false;
  }

  /** Tells whether the class of that frame has one of the roles. */
  private boolean is(int frame, int role) {
    return (roles[frame] & role) != 0;
  }

  /**
   * Tells whether the reflection or the serialization of the JDK called what runs on top of the
   * stack. Whatever else of the JDK calls it does so on somebody's behalf, as the linker of a
   * scripting language.
   */
  boolean isCalledByReflection() {
    return caller < frames.length
        && is(caller, FrameRoles.PLUMBING)
        && is(caller, FrameRoles.REFLECTION | FrameRoles.SERIALIZATION);
  }

  private int endOfConstructors() {
    int i = 0;
    while (i < frames.length && is(i, FrameRoles.AGENT)) {
      i++;
    }
    while (i < frames.length && Frames.isConstructor(frames[i], target.className)) {
      i++;
    }
    return i;
  }

  private int endOfHandles() {
    int i = direct;
    while (i < frames.length && is(i, FrameRoles.HANDLES | FrameRoles.HIDDEN)) {
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
      if (is(i, FrameRoles.HIDDEN) && !is(i, FrameRoles.PLUMBING | FrameRoles.MAKER)) {
        return true;
      }
    }
    return byHiddenClass;
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
      if (is(i, FrameRoles.SERIALIZATION)) {
        return Kind.DESERIALIZATION;
      }
    }
    if (is(from, FrameRoles.REFLECTION)) {
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
    if (isAtWovenCall()) {
      return Kind.NEW;
    }
    boolean other = frame.isNativeMethod() || isCalledByPlainCode();
    return other ? Kind.UNATTRIBUTED : Kind.METHOD_HANDLE;
  }
}
