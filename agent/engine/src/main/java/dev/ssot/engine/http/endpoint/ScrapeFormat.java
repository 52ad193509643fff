package dev.ssot.engine.http.endpoint;

import java.util.Locale;

/** The formats that Prometheus and similar tools read. */
enum ScrapeFormat {
  TEXT("text/plain; version=0.0.4; charset=utf-8"),
  OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

  final String contentType;

  ScrapeFormat(String contentType) {
    this.contentType = contentType;
  }

  /**
   * Returns OpenMetrics if the client names it and prefers it at least as much as text. Browsers,
   * and clients that accept neither, get text.
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

  /** Returns the quality that the text states; 0 if it is malformed. */
  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException malformed) {
      return 0;
    }
  }
}
