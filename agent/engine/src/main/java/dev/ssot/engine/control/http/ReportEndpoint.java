package dev.ssot.engine.control.http;

import java.io.IOException;
import java.util.Locale;

/** {@code GET /report?format=json|text|markdown|html}: the report as of now. */
public final class ReportEndpoint implements Endpoint {
  private final Source source;

  public ReportEndpoint(Source source) {
    this.source = source;
  }

  @Override
  public Answer answer(Request request) throws IOException {
    String asked = request.parameter("format");
    String format = asked == null ? "json" : asked.toLowerCase(Locale.ROOT);
    return Answer.of(200, contentType(format), render(format));
  }

  /** One at a time: a crowd of clients may keep one core busy with reports, not all of them. */
  private synchronized String render(String format) throws IOException {
    return source.render(format);
  }

  private static String contentType(String format) throws BadRequest {
    switch (format) {
      case "json":
        return "application/json";
      case "text":
        return Answer.TEXT;
      case "markdown":
        return "text/markdown; charset=utf-8";
      case "html":
        return "text/html; charset=utf-8";
      default:
        throw BadRequest.because("format is one of json, text, markdown, html");
    }
  }

  /** Who makes the report. */
  public interface Source {
    /** In one of the formats. */
    String render(String format) throws IOException;
  }
}
