package dev.ssot.bootstrap.options;

import java.util.Locale;

/** Where the agent's log goes. */
public final class LogTarget {
  /** The ways to log. */
  public enum Kind {
    /** The application's SLF4J, else stderr. */
    AUTO,
    STDERR,
    FILE,
    NONE
  }

  private final Kind kind;
  private final String path;

  LogTarget(Kind kind, String path) {
    this.kind = kind;
    this.path = path;
  }

  public Kind kind() {
    return kind;
  }

  /** Null unless the kind is {@link Kind#FILE}. */
  public String path() {
    return path;
  }

  /** As in the options: {@code auto}, {@code file:PATH}. */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.FILE ? name + ":" + path : name;
  }
}
