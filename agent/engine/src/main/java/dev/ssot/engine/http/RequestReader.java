package dev.ssot.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the head of an HTTP/1 request (RFC 9112) and not a byte more. It is strict: a request that
 * could be read in two ways is refused.
 */
final class RequestReader {
  private static final Pattern REQUEST_LINE =
      Pattern.compile("([A-Z]{1,16}) (/[\\x21-\\x7e]*) HTTP/1\\.[01]");
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([\\x20-\\x7e\\x80-\\xff\\t]*)");

  private final InputStream in;
  private int left;

  /** Creates a reader of at most that many bytes. */
  RequestReader(InputStream in, int most) {
    this.in = in;
    this.left = most;
  }

  /**
   * Reads the head of a request. Returns null if the client closed the connection without sending
   * one.
   */
  Request read() throws IOException {
    String first = line();
    if (first == null) {
      return null;
    }
    Matcher line = REQUEST_LINE.matcher(first);
    if (!line.matches()) {
      throw BadRequest.because("this is no HTTP/1.1 request for a path");
    }
    return new Request(line.group(1), line.group(2), headers());
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (String each = line(); each != null && !each.isEmpty(); each = line()) {
      Matcher header = HEADER.matcher(each);
      if (!header.matches()) {
        throw BadRequest.because("a header is malformed");
      }
      headers
          .computeIfAbsent(header.group(1).toLowerCase(Locale.ROOT), n -> new ArrayList<>(1))
          .add(header.group(2).trim());
    }
    return headers;
  }

  /** Reads a line; returns null at the end of the stream. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (--left < 0) {
        throw BadRequest.because(431, "the head of the request is too long");
      }
      if (c == '\n') {
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
      }
      line.append((char) c); // Latin-1, as headers are
    }
    return null;
  }
}
