package dev.ssot.engine.http;

import dev.ssot.engine.http.endpoint.Index;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is served where, and to whom. All of it is read-only: another method than GET and HEAD
 * reaches no endpoint.
 */
public final class Routes {
  private static final String METHODS = "GET, HEAD";

  private final Map<String, Endpoint> open = new LinkedHashMap<>();
  private final Map<String, Endpoint> guarded = new LinkedHashMap<>();
  private final HostNames hosts;
  private final BearerToken token;

  /**
   * Nothing but an index.
   *
   * @param host as configured; null for none
   * @param token null for none
   */
  public Routes(String host, String token) {
    this.hosts = new HostNames(host);
    this.token = new BearerToken(token);
    open.put("/", new Index(this));
  }

  /** For everyone who reaches the port. */
  public Routes open(String path, Endpoint endpoint) {
    open.put(path, endpoint);
    return this;
  }

  /** Beyond loopback for those alone who bring the token. */
  public Routes guarded(String path, Endpoint endpoint) {
    guarded.put(path, endpoint);
    return this;
  }

  /** Of all endpoints, in the order in which they were added. */
  public Iterable<String> paths() {
    Map<String, Endpoint> all = new LinkedHashMap<>(open);
    all.putAll(guarded);
    return all.keySet();
  }

  /**
   * Whatever was asked.
   *
   * @param beyondLoopback whether others than this machine can reach the port
   */
  Response answer(Request request, boolean beyondLoopback) throws IOException {
    hosts.check(request.header("host"));
    Endpoint endpoint = open.get(request.path);
    boolean needsToken = endpoint == null && beyondLoopback;
    if (endpoint == null) {
      endpoint = guarded.get(request.path);
    }
    if (endpoint == null) {
      throw BadRequest.because(404, "nothing is served here; / says what is");
    }
    if (!request.method.equals("GET") && !request.method.equals("HEAD")) {
      throw BadRequest.because(405, "this endpoint is read-only").withHeader("Allow", METHODS);
    }
    if (needsToken) {
      token.check(request);
    }
    return endpoint.answer(request);
  }
}
