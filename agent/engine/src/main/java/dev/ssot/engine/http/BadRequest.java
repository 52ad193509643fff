package dev.ssot.engine.http;

import dev.ssot.engine.wording.Printable;
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
  public static BadRequest because(int status, String message) {
    return new BadRequest(Response.text(status, Printable.escape(message)), message);
  }

  /** Refuses a request with status 400. */
  public static BadRequest because(String message) {
    return because(400, message);
  }

  /** Adds a header to the answer, which tells the client what would be accepted. */
  BadRequest withHeader(String name, String value) {
    return new BadRequest(answer.withHeader(name, value), getMessage());
  }

  Response answer() {
    return answer;
  }
}
