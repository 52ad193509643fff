package dev.ssot.engine.report;

import dev.ssot.bootstrap.options.ReportTarget;
import dev.ssot.engine.detect.snapshot.AgentSnapshot;
import dev.ssot.engine.report.html.HtmlReport;
import dev.ssot.engine.report.markdown.MarkdownReport;
import dev.ssot.engine.report.text.TextReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** How a report can be written. A format more is a constant more, here and nowhere else. */
public enum ReportFormat {
  TEXT {
    @Override
    public void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new TextReport(colour).write(snapshot, out);
    }
  },
  JSON {
    @Override
    public void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new JsonReport().write(snapshot, out);
    }
  },
  MARKDOWN {
    @Override
    public void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new MarkdownReport().write(snapshot, out);
    }
  },
  HTML {
    @Override
    public void write(AgentSnapshot snapshot, boolean colour, Writer out) throws IOException {
      new HtmlReport().write(snapshot, out);
    }
  };

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

  /** Returns the format of a report that an option asked for. */
  static ReportFormat of(ReportTarget.Format format) {
    return valueOf(format.name());
  }
}
