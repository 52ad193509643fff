package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.ReportTarget;
import dev.ssot.engine.report.JsonReport;
import java.io.IOException;
import java.io.StringWriter;

/** When a report is written: every so often, at exit, when somebody asks. */
final class Reports implements AgentThread.Chore {
  private final ReportTarget target;

  /** In milliseconds; 0 for never. */
  private final long interval;

  private final SnapshotAssembler assembler;
  private long lastWritten;

  Reports(Options options, SnapshotAssembler assembler) {
    this.target = options.report();
    this.interval = options.reportEvery() == null ? 0 : options.reportEvery().toMillis();
    this.assembler = assembler;
    this.lastWritten = System.currentTimeMillis();
  }

  /** A process that is killed leaves its evidence. */
  @Override
  public void perform(long now) throws IOException {
    if (interval > 0 && target != null && now - lastWritten >= interval) {
      lastWritten = now;
      atExit();
    }
  }

  void atExit() {
    try {
      System.out.println(render("json"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String render(String format) throws IOException {
    StringWriter out = new StringWriter();
    new JsonReport().write(assembler.take(), out);
    return out.toString();
  }
}
