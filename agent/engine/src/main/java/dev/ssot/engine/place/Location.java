package dev.ssot.engine.place;

import java.util.Objects;

/**
 * Where a construction is asked for: class, method, line and kind, and through which other place.
 * Two constructions on one line are one call site; without debug information the descriptor and the
 * ordinal tell them apart.
 */
public final class Location {
  /** Binary name. */
  public final String className;

  public final String method;

  /** Without folders; null without debug information. */
  public final String file;

  /** -1 without debug information. */
  public final int line;

  public final Kind kind;

  /**
   * Where the object was constructed on behalf of this place, in a library or in the class itself;
   * null if it was here.
   */
  public final Location via;

  private final String discriminator;

  /** No descriptor, with which other discriminators begin; nor is the next. */
  private static final String RUNNING_FRAME = "running-frame";

  private static final String BIRTH = "birth";

  private Location(
      String className, String method, String file, int line, Kind kind, String discriminator) {
    this(className, method, file, line, kind, discriminator, null);
  }

  private Location(
      String className,
      String method,
      String file,
      int line,
      Kind kind,
      String discriminator,
      Location via) {
    this.via = via;
    this.className = className;
    this.method = method;
    this.file = file;
    this.line = line;
    this.kind = kind;
    this.discriminator = discriminator;
  }

  /**
   * Makes the location of a woven instruction.
   *
   * @param file "" if unknown
   * @param line -1 if unknown
   */
  public static Location woven(
      String className,
      String method,
      String descriptor,
      int ordinal,
      String file,
      int line,
      Kind kind) {
    String discriminator = line < 0 ? descriptor + ordinal : "";
    return new Location(className, method, file.isEmpty() ? null : file, line, kind, discriminator);
  }

  /** Makes the location of a frame of a stack. */
  public static Location frame(StackTraceElement frame, Kind kind) {
    return new Location(
        frame.getClassName(),
        frame.getMethodName(),
        frame.getFileName(),
        Math.max(-1, frame.getLineNumber()),
        kind,
        "");
  }

  /**
   * Makes the location of the frame of a method that was entered before its class was woven. It is
   * not the location of the woven site on the same line, as that one can be redirected.
   */
  public static Location ofRunningFrame(StackTraceElement frame) {
    return new Location(
        frame.getClassName(),
        frame.getMethodName(),
        frame.getFileName(),
        Math.max(-1, frame.getLineNumber()),
        Kind.NEW,
        RUNNING_FRAME);
  }

  /**
   * Makes the location of a frame on whose behalf another place constructs. It is of that place's
   * kind.
   */
  public static Location through(StackTraceElement origin, Location via) {
    return new Location(
        origin.getClassName(),
        origin.getMethodName(),
        origin.getFileName(),
        Math.max(-1, origin.getLineNumber()),
        via.kind,
        "",
        via);
  }

  /** Returns the same location, where a woven call hands out what the other place makes. */
  public Location asFactory() {
    return new Location(className, method, file, line, Kind.FACTORY, discriminator, via);
  }

  /** Returns the same location, where the target constructs for itself, on nobody's behalf. */
  public Location asBirth() {
    return new Location(className, method, file, line, kind, BIRTH);
  }

  /** Tells whether the target constructs for itself here. */
  public boolean isBirth() {
    return discriminator.equals(BIRTH);
  }

  /** Tells whether the frame is at this line of this method. */
  public boolean isAt(StackTraceElement frame) {
    return line == Math.max(-1, frame.getLineNumber())
        && method.equals(frame.getMethodName())
        && className.equals(frame.getClassName());
  }

  /** Returns where the object is constructed: here, or where this place has it constructed. */
  public Location construction() {
    return via == null ? this : via;
  }

  /** Tells whether the frame that constructs runs code from before the weaving. */
  public boolean isOfRunningFrame() {
    return construction().discriminator.equals(RUNNING_FRAME);
  }

  /** Makes the location of everything that has no place of its own. */
  public static Location nowhere(String name) {
    return new Location(name, name, null, -1, Kind.UNATTRIBUTED, "");
  }

  /** Tells whether it is no place. */
  public boolean isNowhere() {
    return method.equals(className);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Location)) {
      return false;
    }
    Location that = (Location) other;
    return line == that.line
        && kind == that.kind
        && method.equals(that.method)
        && className.equals(that.className)
        && discriminator.equals(that.discriminator)
        && Objects.equals(via, that.via);
  }

  @Override
  public int hashCode() {
    int hash = 31 * className.hashCode() + method.hashCode();
    hash = 31 * hash + line;
    return via == null ? hash : 31 * hash + via.hashCode();
  }

  /** Returns it as an element of a stack trace. */
  public StackTraceElement frame() {
    return new StackTraceElement(className, method, file, line);
  }

  /**
   * Writes it as in a stack trace: {@code com.acme.ChatSocket.open(ChatSocket.java:41)}, perhaps
   * with the place {@code via} which it constructs.
   */
  @Override
  public String toString() {
    return via == null ? frame().toString() : frame() + " via " + via;
  }
}
