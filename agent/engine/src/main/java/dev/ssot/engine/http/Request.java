package dev.ssot.engine.http;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request. Only that of a command has its body with it, once its sender may give commands. */
public final class Request {
  final String method;
  final String path;
  private final String query;

  /** By name in lower case. */
  private final Map<String, List<String>> headers;

  private final String body;

  Request(String method, String target, Map<String, List<String>> headers) {
    int question = target.indexOf('?');
    this.method = method;
    this.path = question < 0 ? target : target.substring(0, question);
    this.query = question < 0 ? "" : target.substring(question + 1);
    this.headers = headers;
    this.body = "";
  }

  private Request(Request head, String body) {
    this.method = head.method;
    this.path = head.path;
    this.query = head.query;
    this.headers = head.headers;
    this.body = body;
  }

  /** Returns the same request with its body, which stands behind the head. */
  Request withBody(String text) {
    return new Request(this, text);
  }

  /** Returns the body; "" if there is none, or it was not to be read. */
  String body() {
    return body;
  }

  /**
   * Returns a header; null if there is none. Refuses a request with several, as proxies disagree
   * which one counts.
   */
  String header(String name) throws BadRequest {
    List<String> values = headers.get(name);
    if (values == null) {
      return null;
    }
    if (values.size() > 1) {
      throw BadRequest.because("the header " + name + " is there twice");
    }
    return values.get(0);
  }

  /** Returns the value of a header that is a list, in one line or several; "" if there is none. */
  public String list(String name) {
    List<String> values = headers.get(name);
    return values == null ? "" : String.join(",", values);
  }

  /** Tells whether a browser asks, which would show a page rather than text. */
  public boolean isByBrowser() {
    return list("accept").toLowerCase(Locale.ROOT).contains("text/html");
  }

  /** Tells whether the request has a body, which the client may still be sending. */
  boolean hasBody() {
    return headers.containsKey("content-length") || headers.containsKey("transfer-encoding");
  }

  /**
   * Returns the first value of a parameter of the query.
   *
   * @return null if it is not there, "" if it has no value
   */
  public String parameter(String name) throws BadRequest {
    for (String each : query.split("&", -1)) {
      int equals = each.indexOf('=');
      if (decoded(equals < 0 ? each : each.substring(0, equals)).equals(name)) {
        return equals < 0 ? "" : decoded(each.substring(equals + 1));
      }
    }
    return null;
  }

  static String decoded(String text) throws BadRequest {
    try {
      return URLDecoder.decode(text, "UTF-8");
    } catch (IllegalArgumentException | UnsupportedEncodingException malformed) {
      throw BadRequest.because("the text is not percent-encoded as it should be");
    }
  }
}
