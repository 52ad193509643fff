package dev.ssot.engine.http.endpoint;

import dev.ssot.engine.http.BadRequest;
import dev.ssot.engine.http.Endpoint;
import dev.ssot.engine.http.Form;
import dev.ssot.engine.http.Request;
import dev.ssot.engine.http.Response;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code POST /heap}: counts the live heap, which stops the application for about a second per 0.7
 * GB. A second request meanwhile is refused, so that impatience does not stop it twice.
 */
public final class HeapEndpoint implements Endpoint {
  private final Source source;
  private final AtomicBoolean counting = new AtomicBoolean();

  public HeapEndpoint(Source source) {
    this.source = source;
  }

  @Override
  public Response answer(Request request) throws IOException {
    Form.of(request);
    if (!counting.compareAndSet(false, true)) {
      throw BadRequest.because(409, "the heap is being counted; the report will say the result");
    }
    try {
      return Response.of(200, "application/json", source.compare());
    } catch (IllegalStateException impossible) {
      throw BadRequest.because(503, impossible.getMessage());
    } finally {
      counting.set(false);
    }
  }

  /** Where the comparison comes from. */
  public interface Source {
    /**
     * Counts, and returns one JSON object with a member per target.
     *
     * @throws IllegalStateException if this JVM cannot count its heap
     */
    String compare() throws IOException;
  }
}
