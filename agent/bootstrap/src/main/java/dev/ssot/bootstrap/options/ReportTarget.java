package dev.ssot.bootstrap.options;

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

    /** With its dot. */
    public String extension() {
      return extension;
    }
  }

  private final Format format;
  private final String path;

  ReportTarget(Format format, String path) {
    this.format = format;
    this.path = path;
  }

  public Format format() {
    return format;
  }

  /** Null for stdout. */
  public String path() {
    return path;
  }

  public boolean isStdout() {
    return path == null;
  }

  /** As in the options: {@code -} or the path. */
  @Override
  public String toString() {
    return isStdout() ? "-" : path;
  }
}
