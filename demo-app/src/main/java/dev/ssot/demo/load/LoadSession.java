package dev.ssot.demo.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One user: comes in, says something, waits to read it, and so on; stays until everybody has been
 * heard or turned away, then says good-bye.
 */
final class LoadSession implements Callable<SessionResult>, WebSocket.Listener {
  private static final int ROOMS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Long enough for the close frame of a session that the server could not set up. */
  private static final Duration SETTLED = Duration.ofMillis(500);

  private final HttpClient http;
  private final LoadPlan plan;
  private final Runnable everybody;
  private final String user;
  private final URI address;
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final List<Long> latencies = new ArrayList<>();

  /**
   * @param everybody returns when every user of the plan has called it
   */
  LoadSession(HttpClient http, LoadPlan plan, int number, Runnable everybody) {
    this.http = http;
    this.plan = plan;
    this.everybody = everybody;
    user = "user-" + number;
    address = URI.create(plan.url() + "?room=load-" + number % ROOMS + "&user=" + user);
  }

  @Override
  public SessionResult call() throws InterruptedException {
    WebSocket socket;
    try {
      socket = http.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(address, this).join();
    } catch (CompletionException e) {
      everybody.run();
      return SessionResult.failed("no connection: " + e.getCause());
    }
    try {
      String error = chat(socket);
      everybody.run();
      return error == null ? goodBye(socket) : result(false, closed.isDone() ? null : error);
    } finally {
      socket.abort();
    }
  }

  /** What went wrong, null if nothing. */
  private String chat(WebSocket socket) throws InterruptedException {
    if (closeCodeWithin(SETTLED) != null) {
      return "turned away";
    }
    for (int i = 0; i < plan.messages(); i++) {
      if (!saysAndHears(socket, "message " + i + " of " + user)) {
        return "a message did not arrive";
      }
    }
    return null;
  }

  private SessionResult goodBye(WebSocket socket) {
    // A socket that is closed already shows in the close code below.
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").exceptionally(error -> socket).join();
    Integer code = closeCodeWithin(PATIENCE);
    return result(code != null && code == WebSocket.NORMAL_CLOSURE, null);
  }

  private boolean saysAndHears(WebSocket socket, String text) throws InterruptedException {
    long said = System.nanoTime();
    try {
      socket.sendText(text, true).join();
    } catch (CompletionException e) {
      return false;
    }
    while (!closed.isDone() && System.nanoTime() - said < PATIENCE.toNanos()) {
      String frame = heard.poll(100, TimeUnit.MILLISECONDS);
      if (frame != null && frame.contains('"' + text + '"')) {
        latencies.add(System.nanoTime() - said);
        return true;
      }
    }
    return false;
  }

  private SessionResult result(boolean worked, String error) {
    return new SessionResult(worked, closed.getNow(-1), error, List.copyOf(latencies));
  }

  private Integer closeCodeWithin(Duration time) {
    return closed.copy().completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      heard.add(partial.toString());
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.complete(-1);
  }
}
