package dev.ssot.engine.http;

import java.io.IOException;

/** What is served at one path. Called on several threads of the endpoint at once. */
public interface Endpoint {
  /**
   * Answers one request.
   *
   * @throws BadRequest if the client is to mend it
   * @throws IOException if the agent failed; the client is told no more than that
   */
  Response answer(Request request) throws IOException;
}
