package dev.ssot.bootstrap.options;

/** Where the report goes, and in which format. The path is relative to where the JVM started. */
public final class ReportTarget {
  private final ReportFormat format;
  private final String path;

  ReportTarget(ReportFormat format, String path) {
    this.format = format;
    this.path = path;
  }

  public ReportFormat format() {
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
