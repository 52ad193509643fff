package dev.ssot.engine.http.endpoint;

import dev.ssot.bootstrap.options.ReportFormat;
import dev.ssot.engine.http.BadRequest;
import dev.ssot.engine.http.Endpoint;
import dev.ssot.engine.http.Request;
import dev.ssot.engine.http.Response;
import java.io.IOException;

/**
 * {@code GET /report?format=json|text|markdown|html}: the report as of now. Without a format a
 * browser, which accepts {@code text/html}, gets the page, and everyone else JSON. With {@code
 * stacks=false} it comes without stacks, which are most of it.
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
    Response answer =
        Response.of(
            200,
            format.mediaType(),
            render(format.toString(), !isFalse(request.parameter("stacks"))));
    if (format == ReportFormat.HTML) {
      answer = answer.withPolicy(policy.read());
    }
    return asked == null ? answer.withHeader("Vary", "Accept") : answer;
  }

  private static ReportFormat accepted(Request request) {
    return request.isByBrowser() ? ReportFormat.HTML : ReportFormat.JSON;
  }

  /** Renders one report at a time, so that many clients keep only one core busy. */
  private synchronized String render(String format, boolean stacks) throws IOException {
    return source.render(format, stacks);
  }

  private static boolean isFalse(String asked) throws BadRequest {
    if (asked != null && !asked.equals("true") && !asked.equals("false")) {
      throw BadRequest.because("stacks is true or false");
    }
    return asked != null && asked.equals("false");
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
    /** Returns the report in one of the formats, with the stacks of its call sites or without. */
    String render(String format, boolean stacks) throws IOException;
  }

  /** What the report may use as a page. */
  public interface Policy {
    /** Returns a content security policy. */
    String read() throws IOException;
  }
}
