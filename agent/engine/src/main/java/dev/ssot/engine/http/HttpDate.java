package dev.ssot.engine.http;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The header Date (RFC 9110, 6.6.1), by which a page counts down to a moment that a report names.
 */
final class HttpDate {
  private HttpDate() {}

  static String now() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
  }
}
