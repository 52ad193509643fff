package dev.ssot.engine.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which endpoint serves which path, and to whom. What only reads is reached by GET and HEAD, what
 * changes something by POST and with the token alone.
 */
public final class Routes {
  private static final String METHODS = "GET, HEAD";
  private static final String COMMAND_METHOD = "POST";

  private final Map<String, Endpoint> open = new LinkedHashMap<>();
  private final Map<String, Endpoint> guarded = new LinkedHashMap<>();
  private final Map<String, Endpoint> commands = new LinkedHashMap<>();
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

  /** Returns what the path {@code /} answers so far. */
  public Endpoint index() {
    return open.get("/");
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

  /** Adds an endpoint that changes something, which always requires the token. */
  public Routes command(String path, Endpoint endpoint) {
    commands.put(path, endpoint);
    return this;
  }

  /**
   * Returns the paths of all endpoints that are read, the open ones first, in the order in which
   * they were added.
   */
  public Iterable<String> paths() {
    Map<String, Endpoint> all = new LinkedHashMap<>(open);
    all.putAll(guarded);
    return all.keySet();
  }

  /** Returns the paths of all commands, in the order in which they were added. */
  Iterable<String> commandPaths() {
    return commands.keySet();
  }

  /** Tells whether a request asks for a change. */
  boolean isCommand(Request request) {
    return commands.containsKey(request.path);
  }

  /**
   * Finds the endpoint for a request whose sender may use it. The head of the request decides.
   *
   * @param beyondLoopback whether other machines can reach the port
   */
  Endpoint find(Request request, boolean beyondLoopback) throws BadRequest {
    hosts.check(request.header("host"));
    Endpoint command = commands.get(request.path);
    if (command != null) {
      checkMayCommand(request);
      return command;
    }
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
    return endpoint;
  }

  private void checkMayCommand(Request request) throws BadRequest {
    if (!request.method.equals(COMMAND_METHOD)) {
      throw BadRequest.because(405, "this changes something: send a POST, with the token")
          .withHeader("Allow", COMMAND_METHOD);
    }
    SameOrigin.check(request);
    token.check(request);
  }
}
