package dev.ssot.bootstrap.options;

/** Where the report goes, and in which format. The path is relative to where the JVM started. */
public final class ReportTarget {
  private static final String STDOUT = "-";

  private final ReportFormat format;
  private final String path;

  private ReportTarget(ReportFormat format, String path) {
    this.format = format;
    this.path = path;
  }

  /**
   * Reads a target as it is written in options. An extension without a format is refused at the
   * start, because at exit nobody could correct it.
   *
   * @throws IllegalArgumentException that says what is valid
   */
  public static ReportTarget of(String text) {
    if (text.equals(STDOUT)) {
      return new ReportTarget(ReportFormat.TEXT, null);
    }
    ReportFormat format = ReportFormat.ofFile(text);
    if (format == null) {
      throw new IllegalArgumentException(
          "valid are - for stdout, or a file that ends in " + ReportFormat.extensions());
    }
    return new ReportTarget(format, text);
  }

  public ReportFormat format() {
    return format;
  }

  /** Returns the path of the file, with the process id for {@code %p}; null for stdout. */
  public String path() {
    return path == null ? null : FileName.expanded(path);
  }

  /** Returns it as it is written in options: {@code -} or the path. */
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
