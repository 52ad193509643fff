package dev.ssot.engine.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One connection: it reads one request, sends one answer and closes. */
final class Exchange implements Runnable {
  /** Headers of every answer: no cache and no other site may use it. */
  private static final String ALWAYS =
      "Cache-Control: no-store\r\n"
          + "X-Content-Type-Options: nosniff\r\n"
          + "Cross-Origin-Resource-Policy: same-origin\r\n"
          + "Referrer-Policy: no-referrer\r\n"
          + "Connection: close\r\n";

  private final Socket socket;
  private final Routes routes;
  private final HttpLimits limits;
  private final boolean beyondLoopback;
  private final Consumer<Throwable> failures;

  /** When the current step must be over, as {@code System.nanoTime()}. */
  private volatile long deadline;

  Exchange(
      Socket socket,
      boolean beyondLoopback,
      Routes routes,
      HttpLimits limits,
      Consumer<Throwable> failures) {
    this.socket = socket;
    this.beyondLoopback = beyondLoopback;
    this.routes = routes;
    this.limits = limits;
    this.failures = failures;
    allow(limits.waitingTime);
  }

  @Override
  public void run() {
    try {
      serve();
    } catch (IOException gone) {
      // the client has gone or its time is over, so that nobody can be told
    } catch (Throwable failed) {
      failures.accept(failed);
    } finally {
      close();
    }
  }

  boolean isOverdue() {
    return System.nanoTime() - deadline > 0;
  }

  private void allow(long millis) {
    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Closes the connection, which also ends the wait of a thread that reads or writes. */
  void close() {
    try {
      socket.close();
    } catch (IOException closed) {
      // as good as closed
    }
  }

  private void serve() throws IOException {
    allow(limits.readingTime);
    InputStream in = new BufferedInputStream(socket.getInputStream(), 1024);
    Request request = null;
    boolean bodyLeft = true;
    Response answer;
    try {
      request = new RequestReader(in, limits.head).read();
      if (request == null) {
        return;
      }
      allow(limits.answeringTime);
      Endpoint endpoint = routes.find(request, beyondLoopback);
      if (routes.isCommand(request)) {
        request = request.withBody(RequestBody.read(in, request, limits.body));
        bodyLeft = false;
        allow(limits.commandTime);
      }
      answer = answer(endpoint, request);
    } catch (BadRequest refused) {
      answer = refused.answer();
    }
    allow(limits.answeringTime);
    send(answer, request != null && request.method.equals("HEAD"));
    if (request == null || (bodyLeft && request.hasBody())) {
      ignoreTheRest(in);
    }
  }

  /**
   * Answers the request. The client gets no details of a failure of the agent; the log has them.
   */
  private Response answer(Endpoint endpoint, Request request) throws BadRequest {
    try {
      return endpoint.answer(request);
    } catch (BadRequest refused) {
      throw refused;
    } catch (Throwable failed) {
      failures.accept(failed);
      return Response.text(500, "the agent failed; its log says how");
    }
  }

  private void send(Response answer, boolean headOnly) throws IOException {
    String head =
        "HTTP/1.1 "
            + answer.status
            + " \r\nContent-Type: "
            + answer.contentType
            + "\r\nContent-Length: "
            + answer.length()
            + "\r\n"
            + answer.headers
            + "Content-Security-Policy: "
            + answer.policy
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
            + ALWAYS
            + "Date: "
            + HttpDate.now()
            + "\r\n"
            + "\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    if (!headOnly) {
      answer.writeBody(out);
    }
    out.flush();
  }

  /**
   * Reads what is left of the request. Closing with unread bytes would reset the connection before
   * the client has read the answer.
   */
  private void ignoreTheRest(InputStream in) throws IOException {
    allow(limits.readingTime);
    socket.shutdownOutput();
    byte[] buffer = new byte[1024];
    int left = limits.ignoredBody;
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = in.read(buffer, 0, Math.min(buffer.length, left));
    }
  }
}
