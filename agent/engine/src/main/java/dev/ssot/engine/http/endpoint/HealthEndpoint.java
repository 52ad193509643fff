package dev.ssot.engine.http.endpoint;

import dev.ssot.engine.http.Endpoint;
import dev.ssot.engine.http.Request;
import dev.ssot.engine.http.Response;
import java.io.IOException;
import java.util.List;

/**
 * {@code GET /health}: tells whether somebody should look at the process. It is no liveness probe,
 * as a restart fixes no duplicate; so the status is 200 in any case, unless the client asks for
 * {@code ?strict}.
 */
public final class HealthEndpoint implements Endpoint {
  private final Source source;

  public HealthEndpoint(Source source) {
    this.source = source;
  }

  @Override
  public Response answer(Request request) throws IOException {
    String strict = request.parameter("strict");
    List<String> reasons = reasons();
    boolean failing = !reasons.isEmpty() && strict != null && !strict.equals("false");
    return Response.of(failing ? 503 : 200, "application/json", json(reasons));
  }

  private synchronized List<String> reasons() throws IOException {
    return source.reasons();
  }

  private static String json(List<String> reasons) {
    StringBuilder out = new StringBuilder("{\"status\":");
    out.append(reasons.isEmpty() ? "\"UP\"" : "\"DEGRADED\"").append(",\"reasons\":[");
    for (int i = 0; i < reasons.size(); i++) {
      JsonText.quote(out.append(i == 0 ? "" : ","), reasons.get(i));
    }
    return out.append("]}\n").toString();
  }

  /** Where the state of the agent and its targets comes from. */
  public interface Source {
    /** Returns why somebody should look, in sentences for people; empty if all is well. */
    List<String> reasons() throws IOException;
  }
}
