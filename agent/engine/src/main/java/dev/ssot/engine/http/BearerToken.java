package dev.ssot.engine.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The token that a client must send to change something, and beyond loopback to see more than that
 * the agent is there.
 */
final class BearerToken {
  private static final String SCHEME = "Bearer ";

  /** Null if none is configured; then nobody may. */
  private final byte[] token;

  BearerToken(String token) {
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
  }

  /** Refuses a request that does not bring the token. */
  void check(Request request) throws BadRequest {
    if (token == null) {
      throw BadRequest.because(403, "this needs a token, and the agent has none: set http.token");
    }
    String given = request.header("authorization");
    if (given == null || !isBearer(given)) {
      throw BadRequest.because(401, "send the header Authorization: Bearer and the token")
          .withHeader("WWW-Authenticate", "Bearer realm=\"ssot-agent\"");
    }
  }

  /**
   * Compares in constant time: a token that is nearly right takes as long as any other of its
   * length.
   */
  private boolean isBearer(String given) {
    if (!given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    String value = given.substring(SCHEME.length()).trim();
    return MessageDigest.isEqual(token, value.getBytes(StandardCharsets.UTF_8));
  }
}
