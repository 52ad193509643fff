package dev.ssot.engine;

import dev.ssot.bootstrap.options.LogTarget;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.ReportTarget;
import dev.ssot.engine.report.ReportFormat;
import dev.ssot.engine.report.ReportWriter;
import dev.ssot.engine.report.text.Colour;
import dev.ssot.engine.report.text.SummaryLines;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;

/** When a report is written: every so often, at exit, when somebody asks. */
final class Reports implements AgentThread.Chore {
  /** Null if none was asked for. */
  private final ReportTarget destination;

  /** In milliseconds; 0 for never. */
  private final long interval;

  private final boolean silent;
  private final SnapshotAssembler assembler;
  private final PrintStream stdout;
  private final PrintStream stderr;
  private long lastWritten = System.currentTimeMillis();

  Reports(Options options, SnapshotAssembler assembler, PrintStream stdout, PrintStream stderr) {
    this.destination = options.report();
    this.interval = options.reportEvery() == null ? 0 : options.reportEvery().toMillis();
    this.silent = options.log().kind() == LogTarget.Kind.NONE;
    this.assembler = assembler;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** A process that is killed leaves its evidence. */
  @Override
  public void perform(long now) throws IOException {
    if (interval > 0 && destination != null && now - lastWritten >= interval) {
      lastWritten = now;
      write();
    }
  }

  /** The report, or a few lines that say what it would say. */
  void atExit() throws IOException {
    if (destination != null) {
      write();
    } else if (!silent) {
      for (String line : SummaryLines.of(assembler.take())) {
        stderr.println(line);
      }
    }
  }

  /**
   * The report as of now.
   *
   * @param format {@code json}, {@code text}, {@code markdown} or {@code html}
   * @throws IllegalArgumentException for any other
   */
  String render(String format) throws IOException {
    StringWriter out = new StringWriter();
    ReportFormat.named(format).write(assembler.take(), false, out);
    return out.toString();
  }

  private void write() throws IOException {
    boolean colour = destination.path() == null && Colour.ofThisProcess();
    new ReportWriter(stdout, colour).write(assembler.take(), destination);
  }
}
