package dev.ssot.engine.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Protects against DNS rebinding: a page that somebody opens in a browser may have its own name
 * resolved to this machine and read what is served here. Its requests carry that name, so only
 * names that no stranger can own are answered.
 */
final class HostNames {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9a-f:.]+]|[0-9a-z._-]+)(?::[0-9]{1,5})?");
  private static final Pattern ADDRESS =
      Pattern.compile("\\[[0-9a-f:.]+]|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

  /** Null if none is configured. */
  private final String configured;

  HostNames(String configured) {
    this.configured = configured == null ? null : configured.toLowerCase(Locale.ROOT);
  }

  /** Refuses a request for any other host. */
  void check(String host) throws BadRequest {
    if (host == null) {
      throw BadRequest.because("the header Host is missing");
    }
    Matcher parts = HOST_AND_PORT.matcher(host.toLowerCase(Locale.ROOT));
    if (!parts.matches() || !isKnown(parts.group(1))) {
      throw BadRequest.because(
          403, "not served under this name: use localhost, an IP address or the host in http=");
    }
  }

  private boolean isKnown(String name) {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals(configured)
        || ADDRESS.matcher(name).matches();
  }
}
