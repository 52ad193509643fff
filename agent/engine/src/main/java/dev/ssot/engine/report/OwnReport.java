package dev.ssot.engine.report;

import dev.ssot.bootstrap.options.FileName;
import dev.ssot.bootstrap.options.ReportTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Where this process writes its report: where it was told to, unless another process has written
 * there since this one started. Then it writes beside it, since the other's report must not be
 * replaced. A report that is older is replaced.
 */
final class OwnReport {
  private final ReportTarget asked;
  private final long startedMillis;
  private ReportTarget target;

  /** What this process left in the file; null before it has written. */
  private BasicFileAttributes left;

  /**
   * Begins with the file that was asked for.
   *
   * @param startedMillis since when another process is taken to run beside this one
   */
  OwnReport(ReportTarget asked, long startedMillis) {
    this.asked = asked;
    this.target = asked;
    this.startedMillis = startedMillis;
  }

  /** Returns where to write now. */
  ReportTarget next() {
    if (target == asked && isAnothers(attributes())) {
      target = ReportTarget.of(FileName.ofThisProcess(asked.path()));
    }
    return target;
  }

  /** Tells whether the report is not where it was asked for. */
  boolean isBeside() {
    return target != asked;
  }

  /** Takes note that this process has written its report. */
  void written() {
    left = attributes();
  }

  private boolean isAnothers(BasicFileAttributes now) {
    if (now == null || !now.isRegularFile()) {
      return false;
    }
    return left == null
        ? now.lastModifiedTime().toMillis() >= startedMillis
        : !Objects.equals(now.fileKey(), left.fileKey())
            || !now.lastModifiedTime().equals(left.lastModifiedTime());
  }

  /** Returns null if there is no such file, or if it cannot be looked at. */
  private BasicFileAttributes attributes() {
    try {
      Path file = Paths.get(target.path());
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException | RuntimeException absent) {
      return null;
    }
  }
}
