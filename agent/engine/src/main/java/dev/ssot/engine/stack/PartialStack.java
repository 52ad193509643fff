package dev.ssot.engine.stack;

import dev.ssot.engine.application.ApplicationCode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stack of a construction up to the frame that constructs, and the frame of its origin. A whole
 * stack is expensive when it is deep, as on servers. A {@link Walker} stops early; Java 8 has none.
 */
public final class PartialStack implements Function<Stream<?>, Object> {
  private static final Walker WALKER = Walker.OF_JDK;

  /** A frame of which the class alone matters: to find its method and its line is expensive. */
  private static final StackTraceElement BETWEEN = new StackTraceElement("", "", null, -1);

  private static final int USUAL = 12;

  private final String className;
  private final boolean running;

  /** Null if nobody asks for the origin. */
  private final OriginSearch search;

  private StackTraceElement[] frames = new StackTraceElement[USUAL];
  private int[] roles = new int[USUAL];
  private int size;
  private int needed;
  private boolean atConstructor;
  private boolean atCaller;
  private boolean between;
  private Object constructor;
  private boolean showsHandles;
  private boolean byHiddenClass;
  private StackTraceElement origin;

  private PartialStack(String className, boolean running, OriginSearch search) {
    this.className = className;
    this.running = running;
    this.search = search;
  }

  /**
   * Makes what {@link #take takes} the stack up to the frame that constructs, or a longer part of
   * it, without the origin.
   *
   * @param constructed binary name of the class whose constructor runs, or would run
   */
  public static PartialStack of(String constructed) {
    return new PartialStack(constructed, false, null);
  }

  /**
   * Makes what takes the same, and looks for the origin.
   *
   * @param constructed the class whose constructor runs, or would run
   */
  public static PartialStack of(Class<?> constructed, ApplicationCode application, OwnMaker maker) {
    return new PartialStack(
        constructed.getName(), false, new OriginSearch(constructed, application, maker));
  }

  /**
   * Makes what takes the stack of a constructor that has called the agent, so that its frame is the
   * first which is not the agent's, and looks for the origin.
   *
   * @param constructed its class
   */
  public static PartialStack ofConstructor(
      Class<?> constructed, ApplicationCode application, OwnMaker maker) {
    return new PartialStack(
        constructed.getName(), true, new OriginSearch(constructed, application, maker));
  }

  /** Names the method of a frame, from a walker or from a stack trace. */
  static String method(Object frame) {
    return frame instanceof StackTraceElement
        ? ((StackTraceElement) frame).getMethodName()
        : WALKER.method(frame);
  }

  /**
   * Takes the stack of this thread. Calls the walker itself, as each frame in between is walked as
   * well.
   *
   * @return this
   */
  public PartialStack take() {
    Walker walker = WALKER;
    if (walker != null) {
      try {
        walker.walk(this, walker.expected());
        noteWalked(walker);
        return this;
      } catch (RuntimeException | LinkageError failed) {
        // a whole stack tells the same
      }
    }
    takeWhole();
    return this;
  }

  private void noteWalked(Walker walker) {
    walker.noteNeeded(needed);
    frames = Arrays.copyOf(frames, size);
    if (search != null && search.origin() != null) {
      StackTraceElement found = walker.element(search.origin());
      origin = Frames.isNameless(found.getMethodName()) ? named(found) : found;
    }
    showsHandles = true;
  }

  private void takeWhole() {
    constructor = null;
    frames = Frames.outsideTheAgent(new Throwable().getStackTrace());
    roles = FrameRoles.of(frames);
    Class<?>[] context = Java8Stack.context();
    byHiddenClass = Java8Stack.isCalledByHiddenClass(className, context);
    if (search != null) {
      Java8Stack.search(search, frames, context);
      origin = (StackTraceElement) search.origin();
    }
  }

  /**
   * Tells whether the frames include those of method handles, so that a constructor without them
   * was called by plain code. Not so on Java 8.
   */
  public boolean showsHandles() {
    return showsHandles;
  }

  /** Tells whether a hidden class called the constructor, where the frames do not show it. */
  public boolean isCalledByHiddenClass() {
    return byHiddenClass;
  }

  /**
   * Returns the frames, the innermost first; those of the JDK may have neither class nor method.
   */
  public StackTraceElement[] frames() {
    return frames;
  }

  /**
   * Returns the frame of the origin, see {@link OriginSearch}; null if there is none but the
   * construction itself, or it was not asked for.
   */
  public StackTraceElement origin() {
    return origin;
  }

  /** Returns the class of that frame; null if there is none. */
  public Class<?> originClass() {
    return search == null ? null : search.originClass();
  }

  /** Tells whether the initialiser of the target, or of its provider's class, constructs. */
  public boolean isByInitialiser() {
    return search != null && search.isByInitialiser();
  }

  /** Tells whether the provider of the canonical instance constructs. */
  public boolean isByProvider() {
    return search != null && search.isByProvider();
  }

  /** Returns the {@link FrameRoles} of each frame, perhaps of more. */
  public int[] roles() {
    return roles;
  }

  /**
   * Returns the descriptor of the constructor that whoever asked for the object called, and not of
   * those that this one calls by {@code this(…)}. Returns null where the JVM does not tell: before
   * 10, and from 22 on if a class that the descriptor names is not there.
   */
  public String constructor() {
    try {
      return constructor == null ? null : WALKER.descriptor(constructor);
    } catch (RuntimeException | LinkageError untold) {
      return null;
    }
  }

  /** Returns the line of that constructor; -1 if it is not known, or on Java 8. */
  public int constructorLine() {
    return constructor == null ? -1 : WALKER.element(constructor).getLineNumber();
  }

  @Override
  public Object apply(Stream<?> stack) {
    Iterator<?> walked = stack.iterator();
    while (walked.hasNext()) {
      Object frame = walked.next();
      needed++;
      if (!isPassed(frame)) {
        break;
      }
    }
    return null;
  }

  /** Takes a frame and tells whether to go on to the next. */
  private boolean isPassed(Object frame) {
    Class<?> type = WALKER.type(frame);
    if (atCaller) {
      return search.goesOn(type, frame);
    }
    int known = FrameRoles.of(type);
    if (!atConstructor && (known & FrameRoles.AGENT) != 0) {
      size = 0; // the agent's own handles, whose frames are shown
      return true;
    }
    if ((known & FrameRoles.BETWEEN) != 0) {
      add(BETWEEN, known);
      between = atConstructor;
      return true;
    }
    if (running && !atConstructor) {
      add(new StackTraceElement(className, "<init>", null, -1), known);
      enter(frame);
      return true;
    }
    StackTraceElement element = WALKER.element(frame);
    add(Frames.isNameless(element.getMethodName()) ? named(element) : element, known);
    if (!Frames.isConstructor(element, className)) {
      atCaller = true;
      return search != null && search.goesOn(type, frame);
    }
    enter(frame);
    return true;
  }

  private void enter(Object frame) {
    atConstructor = true;
    if (!between) {
      constructor = frame;
    }
  }

  private void add(StackTraceElement frame, int known) {
    if (size == frames.length) {
      frames = Arrays.copyOf(frames, 2 * size);
      roles = Arrays.copyOf(roles, 2 * size);
    }
    frames[size] = frame;
    roles[size++] = known;
  }

  /** Finds the frame in a stack trace, which knows its method. */
  private StackTraceElement named(StackTraceElement nameless) {
    for (StackTraceElement element : new Throwable().getStackTrace()) {
      if (element.getClassName().equals(nameless.getClassName())
          && !Frames.isConstructor(element, className)) {
        return element;
      }
    }
    return nameless;
  }
}
