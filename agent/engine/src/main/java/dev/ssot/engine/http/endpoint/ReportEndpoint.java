package dev.ssot.engine.http.endpoint;

import dev.ssot.bootstrap.options.ReportFormat;
import dev.ssot.engine.http.BadRequest;
import dev.ssot.engine.http.Endpoint;
import dev.ssot.engine.http.Request;
import dev.ssot.engine.http.Response;
import java.io.IOException;

/** {@code GET /report?format=json|text|markdown|html}: the report as of now. */
public final class ReportEndpoint implements Endpoint {
  private final Source source;

  public ReportEndpoint(Source source) {
    this.source = source;
  }

  @Override
  public Response answer(Request request) throws IOException {
    String asked = request.parameter("format");
    ReportFormat format = asked == null ? ReportFormat.JSON : named(asked);
    return Response.of(200, format.mediaType(), render(format.toString()));
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
}
