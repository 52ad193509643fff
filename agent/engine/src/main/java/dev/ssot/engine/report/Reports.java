package dev.ssot.engine.report;

import dev.ssot.bootstrap.options.LogTarget;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.ReportTarget;
import dev.ssot.engine.report.text.Colour;
import dev.ssot.engine.report.text.SummaryLines;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SnapshotSource;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.thread.RepeatedFailures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

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

  private final RepeatedFailures failures;
  private final AtomicLong failed = new AtomicLong();

  /** Null if the report goes to no file. */
  private final OwnReport file;

  private boolean whereSaid;
  private boolean besideSaid;
  private long lastWritten = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());

  /**
   * Writes nothing yet.
   *
   * @param startedMillis when the agent started
   */
  public Reports(
      Options options,
      long startedMillis,
      SnapshotSource snapshots,
      PrintStream stdout,
      PrintStream stderr,
      Logger log) {
    this.failures = new RepeatedFailures(log);
    this.destination = options.report();
    this.interval = options.reportEvery() == null ? 0 : options.reportEvery().toMillis();
    this.silent = options.log().kind() == LogTarget.Kind.NONE;
    this.snapshots = snapshots;
    this.stdout = stdout;
    this.stderr = stderr;
    this.file =
        destination == null || destination.path() == null
            ? null
            : new OwnReport(destination, startedMillis);
  }

  /** Writes the report at each interval, so that a process that is killed leaves one. */
  @Override
  public void perform(long now) {
    if (interval > 0 && destination != null && now - lastWritten >= interval) {
      lastWritten = now;
      try {
        write();
      } catch (IOException unwritable) {
        failed.incrementAndGet();
        failures.warn("report", null, "{}", unwritable.getMessage());
      }
    }
  }

  /** Returns how often a report at an interval could not be written. */
  public long failures() {
    return failed.get();
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
    ReportWriter writer = new ReportWriter(stdout, colour);
    if (file == null) {
      writer.write(snapshots.take(), destination);
      return;
    }
    AgentSnapshot snapshot = snapshots.take(); // first, so that there is no wait after the look
    ReportTarget target = file.next();
    writer.write(snapshot, target);
    file.written();
    sayWhere(target);
    sayBeside(target);
  }

  /** Names the file once, as a full path: the working directory of a service is rarely known. */
  private void sayWhere(ReportTarget target) {
    if (!whereSaid && !silent) {
      whereSaid = true;
      stderr.println("[ssot] the report is in " + Paths.get(target.path()).toAbsolutePath());
    }
  }

  private void sayBeside(ReportTarget target) {
    if (file.isBeside() && !besideSaid) {
      besideSaid = true;
      stderr.println(
          "[ssot] another process has written "
              + destination.path()
              + " meanwhile; the report of this one is "
              + target.path()
              + ". With %p in its name each process writes a file of its own");
    }
  }
}
