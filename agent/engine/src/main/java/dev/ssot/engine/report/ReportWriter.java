package dev.ssot.engine.report;

import dev.ssot.engine.detect.snapshot.AgentSnapshot;
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
  /** Stands for stdout in place of a file name. */
  static final String STDOUT = "-";

  private final OutputStream stdout;
  private final boolean colour;

  /**
   * Makes a writer for one process.
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
   * @param destination {@code -} or a file, whose extension is the format
   * @throws IOException with a message that says what to do; a report that was there is unchanged
   */
  public void write(AgentSnapshot snapshot, String destination) throws IOException {
    try {
      ReportFormat format = ReportFormat.of(destination);
      if (destination.equals(STDOUT)) {
        send(snapshot, format, colour, stdout);
      } else {
        new ReplacedFile(Paths.get(destination)).write(out -> send(snapshot, format, false, out));
      }
    } catch (IOException | RuntimeException failure) {
      throw new IOException(advice(destination, failure), failure);
    }
  }

  private static void send(
      AgentSnapshot snapshot, ReportFormat format, boolean colour, OutputStream out)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    format.write(snapshot, colour, writer);
    writer.flush();
  }

  private static String advice(String destination, Exception failure) {
    return "the report was not written to "
        + destination
        + " and what was there is unchanged ("
        + failure
        + "); set report= to a .txt, .json, .md or .html file in a directory that this process may"
        + " write, or to - for stdout";
  }
}
