package dev.ssot.engine.http;

import java.io.IOException;

/** A request that is refused. The message is for the client. */
public final class BadRequest extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Response answer;

  private BadRequest(Response answer, String message) {
    super(message);
    this.answer = answer;
  }

  /** Refuses with a status of 400 or above. */
  static BadRequest because(int status, String message) {
    return new BadRequest(Response.text(status, message), message);
  }

  /** What the client named cannot be had. */
  public static BadRequest because(String message) {
    return because(400, message);
  }

  /** With a header that says how to do better. */
  BadRequest withHeader(String name, String value) {
    return new BadRequest(answer.withHeader(name, value), getMessage());
  }

  Response answer() {
    return answer;
  }
}
