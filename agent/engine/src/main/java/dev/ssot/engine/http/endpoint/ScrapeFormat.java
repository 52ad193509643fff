package dev.ssot.engine.http.endpoint;

import java.util.Locale;

/** What Prometheus and its kin read. */
enum ScrapeFormat {
  TEXT("text/plain; version=0.0.4; charset=utf-8"),
  OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

  final String contentType;

  ScrapeFormat(String contentType) {
    this.contentType = contentType;
  }

  /**
   * OpenMetrics for those alone who name it and like it no less; people with a browser, and whoever
   * accepts neither, get text.
   *
   * @param accept the header (RFC 9110, 12.5.1), "" if there is none
   */
  static ScrapeFormat preferredBy(String accept) {
    double openMetrics = 0;
    double text = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String type = range.split(";", 2)[0].trim();
      if (type.equals("application/openmetrics-text")) {
        openMetrics = Math.max(openMetrics, quality(range));
      } else if (type.equals("text/plain")) {
        text = Math.max(text, quality(range));
      }
    }
    return openMetrics > 0 && openMetrics >= text ? OPEN_METRICS : TEXT;
  }

  private static double quality(String range) {
    for (String parameter : range.split(";", -1)) {
      String stripped = parameter.trim();
      if (stripped.startsWith("q=")) {
        return number(stripped.substring(2));
      }
    }
    return 1;
  }

  /** A client that writes nonsense gets what it would get without. */
  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException malformed) {
      return 0;
    }
  }
}
