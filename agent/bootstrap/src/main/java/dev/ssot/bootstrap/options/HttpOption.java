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

  /** Returns whether there is to be no endpoint. */
  public boolean isOff() {
    return port < 0;
  }

  /** Returns a name or an address, without brackets; null for loopback. */
  public String host() {
    return host;
  }

  /** Returns the port: 0 for any free one; -1 if there is to be no endpoint. */
  public int port() {
    return port;
  }

  /**
   * Returns it as it is written in options: {@code off}, {@code 8085}, {@code 10.0.0.1:8085},
   * {@code [::1]:8085}.
   */
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

  /** Reads {@code off}, {@code PORT} or {@code HOST:PORT}, an IPv6 address in brackets. */
  static final class Type implements OptionType<HttpOption> {
    private static final int LAST_PORT = 65_535;

    @Override
    public HttpOption parse(RawValue value) throws OptionsException {
      String text = value.text();
      if (text.equalsIgnoreCase("off")) {
        return HttpOption.OFF;
      }
      int colon = text.lastIndexOf(':');
      int port = port(text.substring(colon + 1));
      String host = colon < 0 ? null : host(text.substring(0, colon));
      if (port < 0 || (host != null && host.isEmpty())) {
        throw value.bad("valid are off, PORT, HOST:PORT, [IPv6]:PORT, with a port from 0 to 65535");
      }
      return new HttpOption(host, port);
    }

    /** Returns -1 if the text is no port. */
    private static int port(String text) {
      if (text.length() > 5 || !consistsOf("", text)) {
        return -1;
      }
      int port = text.isEmpty() ? -1 : Integer.parseInt(text);
      return port > LAST_PORT ? -1 : port;
    }

    /**
     * Returns the host without brackets; "" if the text is no host. Whether it exists is not
     * checked here.
     */
    private static String host(String text) {
      if (text.startsWith("[") && text.endsWith("]")) {
        String address = text.substring(1, text.length() - 1);
        return consistsOf("abcdefABCDEF:.", address) ? address : "";
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 0x80 || !(Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-')) {
          return "";
        }
      }
      return text;
    }

    private static boolean consistsOf(String others, String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!(c >= '0' && c <= '9') && others.indexOf(c) < 0) {
          return false;
        }
      }
      return true;
    }
  }
}
