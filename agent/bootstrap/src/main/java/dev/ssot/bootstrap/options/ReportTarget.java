package dev.ssot.bootstrap.options;

import java.util.Locale;

/** Where the report goes, and in which format. The path is relative to where the JVM started. */
public final class ReportTarget {
  /** The views of a report. */
  public enum Format {
    TEXT(".txt"),
    JSON(".json"),
    MARKDOWN(".md"),
    HTML(".html");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    /** Returns the ending of file names, with its dot. */
    public String extension() {
      return extension;
    }
  }

  private static final String STDOUT = "-";

  private final Format format;
  private final String path;

  private ReportTarget(Format format, String path) {
    this.format = format;
    this.path = path;
  }

  /**
   * Reads a target as options have it. An extension that picks no format is refused at start,
   * because at exit nobody could mend it.
   *
   * @throws IllegalArgumentException that says what is valid
   */
  public static ReportTarget of(String text) {
    if (text.equals(STDOUT)) {
      return new ReportTarget(Format.TEXT, null);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (Format format : Format.values()) {
      if (lower.endsWith(format.extension())) {
        return new ReportTarget(format, text);
      }
    }
    throw new IllegalArgumentException(
        "valid are - for stdout, or a file that ends in .txt, .json, .md or .html");
  }

  public Format format() {
    return format;
  }

  /** Returns the path of the file; null for stdout. */
  public String path() {
    return path;
  }

  /** Returns it as options have it: {@code -} or the path. */
  @Override
  public String toString() {
    return path == null ? STDOUT : path;
  }

  /** Reads the option {@code report}. */
  static final class Type implements OptionType<ReportTarget> {
    @Override
    public ReportTarget parse(RawValue value) throws OptionsException {
      try {
        return of(value.text());
      } catch (IllegalArgumentException refused) {
        throw value.bad(refused.getMessage());
      }
    }
  }
}
