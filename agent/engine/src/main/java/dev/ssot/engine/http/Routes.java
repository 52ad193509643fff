package dev.ssot.engine.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which endpoint serves which path, and to whom. Everything is read-only: only GET and HEAD reach
 * an endpoint.
 */
public final class Routes {
  private static final String METHODS = "GET, HEAD";

  private final Map<String, Endpoint> open = new LinkedHashMap<>();
  private final Map<String, Endpoint> guarded = new LinkedHashMap<>();
  private final HostNames hosts;
  private final BearerToken token;

  /**
   * Creates routes that serve only an index.
   *
   * @param host as configured; null for none
   * @param token null for none
   */
  public Routes(String host, String token) {
    this.hosts = new HostNames(host);
    this.token = new BearerToken(token);
    open.put("/", new Index(this));
  }

  /** Adds an endpoint for every client that reaches the port. */
  public Routes open(String path, Endpoint endpoint) {
    open.put(path, endpoint);
    return this;
  }

  /** Adds an endpoint that requires the token if the server listens beyond loopback. */
  public Routes guarded(String path, Endpoint endpoint) {
    guarded.put(path, endpoint);
    return this;
  }

  /**
   * Returns the paths of all endpoints, the open ones first, in the order in which they were added.
   */
  public Iterable<String> paths() {
    Map<String, Endpoint> all = new LinkedHashMap<>(open);
    all.putAll(guarded);
    return all.keySet();
  }

  /**
   * Answers the request.
   *
   * @param beyondLoopback whether other machines can reach the port
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
