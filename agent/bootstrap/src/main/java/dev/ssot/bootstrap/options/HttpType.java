package dev.ssot.bootstrap.options;

/** {@code off}, {@code PORT} or {@code HOST:PORT}, an IPv6 address in brackets. */
final class HttpType implements OptionType<HttpOption> {
  private static final int LAST_PORT = 65_535;

  @Override
  public HttpOption parse(Setting setting) throws OptionsException {
    String text = setting.text();
    if (text.equalsIgnoreCase("off")) {
      return HttpOption.OFF;
    }
    int colon = text.lastIndexOf(':');
    int port = port(text.substring(colon + 1));
    String host = colon < 0 ? null : host(text.substring(0, colon));
    if (port < 0 || (host != null && host.isEmpty())) {
      throw setting.bad("valid are off, PORT, HOST:PORT, [IPv6]:PORT, with a port from 0 to 65535");
    }
    return new HttpOption(host, port);
  }

  /** -1 if it is none. */
  private static int port(String text) {
    if (text.length() > 5 || !consistsOf("", text)) {
      return -1;
    }
    int port = text.isEmpty() ? -1 : Integer.parseInt(text);
    return port > LAST_PORT ? -1 : port;
  }

  /** Without brackets; "" if it is none. Whether there is such a host shows later. */
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
