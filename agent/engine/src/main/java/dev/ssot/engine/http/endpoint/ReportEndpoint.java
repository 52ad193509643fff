package dev.ssot.engine.http.endpoint;

import dev.ssot.bootstrap.options.ReportFormat;
import dev.ssot.engine.http.BadRequest;
import dev.ssot.engine.http.Endpoint;
import dev.ssot.engine.http.Request;
import dev.ssot.engine.http.Response;
import java.io.IOException;
import java.util.Locale;

/**
 * {@code GET /report?format=json|text|markdown|html}: the report as of now. Without a format a
 * browser, which accepts {@code text/html}, gets the page, and everyone else JSON.
 */
public final class ReportEndpoint implements Endpoint {
  private final Source source;
  private final Policy policy;

  /**
   * Serves reports.
   *
   * @param policy asked for each page
   */
  public ReportEndpoint(Source source, Policy policy) {
    this.source = source;
    this.policy = policy;
  }

  @Override
  public Response answer(Request request) throws IOException {
    String asked = request.parameter("format");
    ReportFormat format = asked == null ? accepted(request) : named(asked);
    Response answer = Response.of(200, format.mediaType(), render(format.toString()));
    if (format == ReportFormat.HTML) {
      answer = answer.withPolicy(policy.read());
    }
    return asked == null ? answer.withHeader("Vary", "Accept") : answer;
  }

  private static ReportFormat accepted(Request request) {
    boolean page = request.list("accept").toLowerCase(Locale.ROOT).contains("text/html");
    return page ? ReportFormat.HTML : ReportFormat.JSON;
  }

  /** Renders one report at a time, so that many clients keep only one core busy. */
  private synchronized String render(String format) throws IOException {
    return source.render(format);
  }

  private static ReportFormat named(String asked) throws BadRequest {
    try {
      return ReportFormat.named(asked);
    } catch (IllegalArgumentException unknown) {
      throw BadRequest.because("format is one of " + ReportFormat.names());
    }
  }

  /** Where the report comes from. */
  public interface Source {
    /** Returns the report in one of the formats. */
    String render(String format) throws IOException;
  }

  /** What the report may use as a page. */
  public interface Policy {
    /** Returns a content security policy. */
    String read() throws IOException;
  }
}
