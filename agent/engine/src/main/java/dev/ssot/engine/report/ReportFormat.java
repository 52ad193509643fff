package dev.ssot.engine.report;

import dev.ssot.engine.detect.snapshot.AgentSnapshot;
import dev.ssot.engine.report.text.TextReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** How a report can be written. A format more is a constant more, here and nowhere else. */
public enum ReportFormat {
  TEXT(".txt") {
    @Override
    void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new TextReport(colour).write(snapshot, out);
    }
  },
  JSON(".json") {
    @Override
    void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new JsonReport().write(snapshot, out);
    }
  };

  private final String extension;

  ReportFormat(String extension) {
    this.extension = extension;
  }

  /**
   * @param colour whether the reader is a terminal that shows colours
   */
  abstract void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException;

  /**
   * Text for {@code -}, which is stdout; else what the extension says.
   *
   * @throws IllegalArgumentException for any other extension; the message says which there are
   */
  public static ReportFormat of(String destination) {
    if (destination.equals(ReportWriter.STDOUT)) {
      return TEXT;
    }
    String name = destination.toLowerCase(Locale.ROOT);
    StringBuilder known = new StringBuilder();
    for (ReportFormat format : values()) {
      if (name.endsWith(format.extension)) {
        return format;
      }
      known.append(' ').append(format.extension);
    }
    throw new IllegalArgumentException(
        "the extension of report=" + destination + " names no format; there are:" + known);
  }
}
