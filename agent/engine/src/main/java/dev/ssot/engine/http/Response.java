package dev.ssot.engine.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An answer: status, content and its own headers. Immutable. */
public final class Response {
  private static final String NO_SCRIPT = "default-src 'none'; style-src 'unsafe-inline'";
  static final String TEXT = "text/plain; charset=utf-8";

  final int status;
  final String contentType;
  final String headers;

  /** Content security policy of a page, without who may frame it. */
  final String policy;

  private final byte[] body;

  private Response(int status, String contentType, String headers, String policy, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.headers = headers;
    this.policy = policy;
    this.body = body;
  }

  /** Creates an answer of any content type, sent as UTF-8. */
  public static Response of(int status, String contentType, String content) {
    return new Response(
        status, contentType, "", NO_SCRIPT, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Creates an answer of one line of text. */
  public static Response text(int status, String line) {
    return of(status, TEXT, line + "\n");
  }

  public Response withHeader(String name, String value) {
    return new Response(status, contentType, headers + name + ": " + value + "\r\n", policy, body);
  }

  /** Lets a page use what its policy says, such as a script of ours; others run no script. */
  public Response withPolicy(String policy) {
    return new Response(status, contentType, headers, policy, body);
  }

  void writeBody(OutputStream out) throws IOException {
    out.write(body);
  }

  int length() {
    return body.length;
  }
}
