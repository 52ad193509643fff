package dev.ssot.engine.place;

/** A construction of a target, or a constructor of one, that was not woven, and why. */
public final class NotWovenPlace {
  /** Binary name of the class that is constructed. */
  public final String target;

  /** Binary name of the class whose code it is. */
  public final String className;

  public final String method;

  /** Line of the {@code new}; -1 without debug information. */
  public final int line;

  /** Line of the constructor call, as stacks show it; -1 without debug information. */
  final int callLine;

  /** Null for a constructor, which is no call site. */
  final Kind kind;

  public final Reason reason;

  public NotWovenPlace(
      String target,
      String className,
      String method,
      int line,
      int callLine,
      Kind kind,
      Reason reason) {
    this.target = target;
    this.className = className;
    this.method = method;
    this.line = line;
    this.callLine = callLine;
    this.kind = kind;
    this.reason = reason;
  }
}
