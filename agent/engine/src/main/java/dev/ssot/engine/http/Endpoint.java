package dev.ssot.engine.http;

import java.io.IOException;

/** Serves one path. Called on several threads at once. */
public interface Endpoint {
  /**
   * Answers one request.
   *
   * @throws BadRequest if the request is wrong
   * @throws IOException if the agent failed; the client is told no more than that
   */
  Response answer(Request request) throws IOException;
}
