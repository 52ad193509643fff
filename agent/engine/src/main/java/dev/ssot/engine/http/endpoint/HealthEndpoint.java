package dev.ssot.engine.http.endpoint;

import dev.ssot.engine.http.Endpoint;
import dev.ssot.engine.http.Request;
import dev.ssot.engine.http.Response;
import java.io.IOException;
import java.util.List;

/**
 * {@code GET /health}: whether there is something to look at. It is no liveness probe, as a restart
 * mends no duplicate: 200 whatever it says, unless the client asks for {@code ?strict}.
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
      quote(out.append(i == 0 ? "" : ","), reasons.get(i));
    }
    return out.append("]}\n").toString();
  }

  /** Names of classes may hold anything; what JSON escapes is escaped in its one uniform way. */
  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Who knows how the agent and its targets are. */
  public interface Source {
    /** For people; empty if all is well. */
    List<String> reasons() throws IOException;
  }
}
