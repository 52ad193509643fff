package dev.ssot.engine.http.endpoint;

import dev.ssot.engine.http.Endpoint;
import dev.ssot.engine.http.Request;
import dev.ssot.engine.http.Response;
import java.io.IOException;

/** {@code GET /metrics}: what Prometheus scrapes, in the format that it prefers. */
public final class MetricsEndpoint implements Endpoint {
  private final Source source;

  public MetricsEndpoint(Source source) {
    this.source = source;
  }

  @Override
  public Response answer(Request request) throws IOException {
    String type = ScrapeFormat.preferredBy(request.list("accept")).contentType;
    return Response.of(200, type, source.scrape(type)).withHeader("Vary", "Accept");
  }

  /** Where the meters come from. */
  public interface Source {
    /** Returns all meters in the format of that content type. */
    String scrape(String contentType) throws IOException;
  }
}
