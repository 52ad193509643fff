package dev.ssot.engine.report;

import dev.ssot.bootstrap.options.ReportFormat;
import dev.ssot.bootstrap.options.ReportTarget;
import dev.ssot.engine.report.html.HtmlReport;
import dev.ssot.engine.report.markdown.MarkdownReport;
import dev.ssot.engine.report.text.TextReport;
import dev.ssot.engine.snapshot.AgentSnapshot;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;

/**
 * Writes the report to where the option {@code report} says. The bytes are UTF-8, whatever the
 * default of the application's JVM is.
 */
public final class ReportWriter {
  private final OutputStream stdout;
  private final boolean colour;

  /**
   * Creates a writer for one process.
   *
   * @param stdout is flushed and never closed
   * @param colour see {@link dev.ssot.engine.report.text.Colour#ofThisProcess()}; for stdout only
   */
  public ReportWriter(OutputStream stdout, boolean colour) {
    this.stdout = stdout;
    this.colour = colour;
  }

  /**
   * Writes the whole report or nothing.
   *
   * @throws IOException with a message that says what to do; a report that was there is unchanged
   */
  public void write(AgentSnapshot snapshot, ReportTarget target) throws IOException {
    try {
      if (target.path() == null) {
        send(snapshot, target.format(), colour, stdout);
      } else {
        new ReplacedFile(Paths.get(target.path()))
            .write(out -> send(snapshot, target.format(), false, out));
      }
    } catch (IOException | RuntimeException failure) {
      throw new IOException(advice(target, failure), failure);
    }
  }

  private static void send(
      AgentSnapshot snapshot, ReportFormat format, boolean colour, OutputStream out)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    write(snapshot, format, colour, writer);
    writer.flush();
  }

  /**
   * Writes the view of a snapshot that belongs to a format.
   *
   * @param colour whether the reader is a terminal that shows colours
   */
  public static void write(AgentSnapshot snapshot, ReportFormat format, boolean colour, Writer out)
      throws IOException {
    switch (format) {
      case JSON:
        new JsonReport().write(snapshot, out);
        break;
      case MARKDOWN:
        new MarkdownReport().write(snapshot, out);
        break;
      case HTML:
        new HtmlReport().write(snapshot, out);
        break;
      case TEXT:
        new TextReport(colour).write(snapshot, out);
        break;
    }
  }

  private static String advice(ReportTarget target, Exception failure) {
    return "the report was not written to "
        + target
        + " and what was there is unchanged ("
        + failure
        + "); set report= to a "
        + ReportFormat.extensions()
        + " file in a directory that this process may write, or to - for stdout";
  }
}
