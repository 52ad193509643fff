package dev.ssot.engine.http.endpoint;

import dev.ssot.engine.http.Endpoint;
import dev.ssot.engine.http.Request;
import dev.ssot.engine.http.Response;
import java.io.IOException;

/**
 * {@code GET /}: the console for a browser, and for everyone else a list of what there is. The page
 * is read from the jar for each request and not kept.
 */
public final class ConsoleEndpoint implements Endpoint {
  private final Endpoint index;

  /**
   * Serves the console.
   *
   * @param index answers those who are no browser
   */
  public ConsoleEndpoint(Endpoint index) {
    this.index = index;
  }

  @Override
  public Response answer(Request request) throws IOException {
    return page(request).withHeader("Vary", "Accept");
  }

  private Response page(Request request) throws IOException {
    if (!request.isByBrowser()) {
      return index.answer(request);
    }
    ConsolePage page = ConsolePage.read();
    return Response.of(200, "text/html; charset=utf-8", page.content()).withPolicy(page.policy());
  }
}
