package dev.ssot.engine.report;

import dev.ssot.engine.detect.snapshot.AgentSnapshot;
import dev.ssot.engine.report.html.HtmlReport;
import dev.ssot.engine.report.markdown.MarkdownReport;
import dev.ssot.engine.report.text.TextReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** How a report can be written. A format more is a constant more, here and nowhere else. */
public enum ReportFormat {
  TEXT(".txt") {
    @Override
    public void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new TextReport(colour).write(snapshot, out);
    }
  },
  JSON(".json") {
    @Override
    public void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new JsonReport().write(snapshot, out);
    }
  },
  MARKDOWN(".md") {
    @Override
    public void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new MarkdownReport().write(snapshot, out);
    }
  },
  HTML(".html") {
    @Override
    public void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new HtmlReport().write(snapshot, out);
    }
  };

  private final String extension;

  ReportFormat(String extension) {
    this.extension = extension;
  }

  /**
   * Writes the whole report.
   *
   * @param colour whether the reader is a terminal that shows colours
   */
  public abstract void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException;

  /**
   * By its name, in small letters or capitals.
   *
   * @throws IllegalArgumentException for any other; the message says which there are
   */
  public static ReportFormat named(String name) {
    StringBuilder known = new StringBuilder();
    for (ReportFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
      known.append(known.length() == 0 ? " " : ", ").append(format.name().toLowerCase(Locale.ROOT));
    }
    throw new IllegalArgumentException(
        "no report format is called '" + name + "'; there are:" + known);
  }

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
