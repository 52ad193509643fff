package dev.ssot.engine.report;

import dev.ssot.bootstrap.options.LogTarget;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.ReportTarget;
import dev.ssot.engine.report.text.Colour;
import dev.ssot.engine.report.text.SummaryLines;
import dev.ssot.engine.snapshot.SnapshotSource;
import dev.ssot.engine.thread.Chore;
import java.io.IOException;
import java.io.PrintStream;

/** Writes the report, at an interval and at exit. */
public final class Reports implements Chore {
  /** Null if none was asked for. */
  private final ReportTarget destination;

  /** In milliseconds; 0 for never. */
  private final long interval;

  private final boolean silent;
  private final SnapshotSource snapshots;
  private final PrintStream stdout;
  private final PrintStream stderr;
  private long lastWritten = System.currentTimeMillis();

  public Reports(
      Options options, SnapshotSource snapshots, PrintStream stdout, PrintStream stderr) {
    this.destination = options.report();
    this.interval = options.reportEvery() == null ? 0 : options.reportEvery().toMillis();
    this.silent = options.log().kind() == LogTarget.Kind.NONE;
    this.snapshots = snapshots;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** Writes the report at each interval, so that a process that is killed leaves one. */
  @Override
  public void perform(long now) throws IOException {
    if (interval > 0 && destination != null && now - lastWritten >= interval) {
      lastWritten = now;
      write();
    }
  }

  /** Writes the report, or without a destination a summary of a few lines. */
  public void atExit() throws IOException {
    if (destination != null) {
      write();
    } else if (!silent) {
      for (String line : SummaryLines.of(snapshots.take())) {
        stderr.println(line);
      }
    }
  }

  private void write() throws IOException {
    boolean colour = destination.path() == null && Colour.ofThisProcess();
    new ReportWriter(stdout, colour).write(snapshots.take(), destination);
  }
}
