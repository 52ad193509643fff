package dev.ssot.bootstrap.options;

import java.util.Locale;

/** Where the agent's log goes. */
public final class LogTarget {
  /** The ways to log. */
  public enum Kind {
    /** The application's SLF4J, or else stderr. */
    AUTO,
    STDERR,
    FILE,
    NONE
  }

  private static final String FILE = "file:";

  private final Kind kind;
  private final String path;

  private LogTarget(Kind kind, String path) {
    this.kind = kind;
    this.path = path;
  }

  /**
   * Reads a target as it is written in options. Whether the file can be written is found out later
   * by the engine, which owns the log.
   *
   * @throws IllegalArgumentException that says what is valid
   */
  public static LogTarget of(String text) {
    if (text.regionMatches(true, 0, FILE, 0, FILE.length()) && text.length() > FILE.length()) {
      return new LogTarget(Kind.FILE, text.substring(FILE.length()));
    }
    switch (text.toLowerCase(Locale.ROOT)) {
      case "auto":
        return new LogTarget(Kind.AUTO, null);
      case "stderr":
        return new LogTarget(Kind.STDERR, null);
      case "none":
        return new LogTarget(Kind.NONE, null);
      default:
        throw new IllegalArgumentException("valid are auto, stderr, file:PATH, none");
    }
  }

  public Kind kind() {
    return kind;
  }

  /**
   * Returns the path of the file, with the process id for {@code %p}; null unless the kind is
   * {@link Kind#FILE}.
   */
  public String path() {
    return path == null ? null : FileName.expanded(path);
  }

  /** Returns it as it is written in options: {@code auto}, {@code file:PATH}. */
  @Override
  public String toString() {
    return kind == Kind.FILE ? FILE + path : kind.name().toLowerCase(Locale.ROOT);
  }

  /** Reads the option {@code log}. */
  static final class Type implements OptionType<LogTarget> {
    @Override
    public LogTarget parse(RawValue value) throws OptionsException {
      try {
        return of(value.text());
      } catch (IllegalArgumentException refused) {
        throw value.bad(refused.getMessage());
      }
    }
  }
}
