package dev.ssot.engine.http;

import java.util.Locale;

/**
 * Refuses a command that a page of another origin makes a browser send. Such a page cannot know the
 * token; this holds even if it did.
 */
final class SameOrigin {
  private SameOrigin() {}

  /**
   * Refuses a request of a foreign page. Programs send neither header. A browser says who asks in
   * {@code Sec-Fetch-Site}, which a proxy that changes the host does not falsify; where it does
   * not, as on plain HTTP from another machine, the origin must be the host that was asked.
   */
  static void check(Request request) throws BadRequest {
    String site = request.header("sec-fetch-site");
    String origin = request.header("origin");
    boolean ours =
        site == null
            ? origin == null || isHost(origin, request.header("host"))
            : site.equals("same-origin") || site.equals("none");
    if (!ours) {
      throw BadRequest.because(403, "a page of another origin may not send commands");
    }
  }

  private static boolean isHost(String origin, String host) {
    String lower = origin.toLowerCase(Locale.ROOT);
    String name = host.toLowerCase(Locale.ROOT);
    return lower.equals("http://" + name) || lower.equals("https://" + name);
  }
}
