package dev.ssot.bootstrap.options;

/**
 * Where the agent's HTTP endpoint listens. The host is not resolved here: that may take seconds.
 */
public final class HttpOption {
  static final HttpOption OFF = new HttpOption(null, -1);

  private final String host;
  private final int port;

  HttpOption(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** Whether there is to be no endpoint. */
  public boolean isOff() {
    return port < 0;
  }

  /** A name or an address, without brackets; null for loopback. */
  public String host() {
    return host;
  }

  /** 0 for any free one; -1 if there is to be no endpoint. */
  public int port() {
    return port;
  }

  /** As in the options: {@code off}, {@code 8085}, {@code 10.0.0.1:8085}, {@code [::1]:8085}. */
  @Override
  public String toString() {
    if (isOff()) {
      return "off";
    }
    if (host == null) {
      return String.valueOf(port);
    }
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
