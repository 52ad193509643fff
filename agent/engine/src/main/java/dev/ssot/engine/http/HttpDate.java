package dev.ssot.engine.http;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The header Date (RFC 9110, 6.6.1), by which a page counts down to a moment that a report names.
 */
final class HttpDate {
  /** The fixed length that RFC 9110 asks for, with two digits for the day. */
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

  private HttpDate() {}

  static String now() {
    return FORMAT.format(ZonedDateTime.now(ZoneOffset.UTC));
  }
}
