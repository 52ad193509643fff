package dev.ssot.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssot.bootstrap.options.HttpOption;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.engine.http.endpoint.ConsoleEndpoint;
import dev.ssot.engine.http.endpoint.HealthEndpoint;
import dev.ssot.engine.http.endpoint.HeapEndpoint;
import dev.ssot.engine.http.endpoint.MetricsEndpoint;
import dev.ssot.engine.http.endpoint.ModeEndpoint;
import dev.ssot.engine.http.endpoint.ReportEndpoint;
import dev.ssot.engine.logging.Lines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener with what the agent serves, and clients of it that write what they like. */
public final class Served implements AutoCloseable {
  /**
   * Long enough for a machine that is busy; only tests of the limit wait for one, a shorter one.
   */
  private static final HttpLimits PATIENT = new HttpLimits(4, 32, 60_000, 60_000, 60_000);

  final List<String> reasons = new CopyOnWriteArrayList<>();
  final List<String> commands = new CopyOnWriteArrayList<>();
  final Lines log = new Lines();
  final HttpServer listener;
  private final InetAddress host;

  private Served(String address, String token, HttpLimits limits) {
    this(address, token, limits, null);
  }

  private Served(String address, String token, HttpLimits limits, HeapEndpoint.Source heap) {
    HttpOption option = option(address);
    Routes routes = new Routes(option.host(), token);
    routes
        .open("/", new ConsoleEndpoint(routes.index()))
        .open("/health", new HealthEndpoint(() -> reasons))
        .open("/metrics", new MetricsEndpoint(type -> "as " + type + "\n"))
        .open("/big", request -> Response.of(200, Response.TEXT, "x".repeat(50_000_000)))
        .open("/broken", request -> failing())
        .guarded(
            "/report",
            new ReportEndpoint(
                (format, stacks) -> "the report as " + format + (stacks ? "" : " without stacks"),
                () -> "default-src 'page'"))
        .command(
            "/mode",
            new ModeEndpoint(
                wanted -> performed("switch " + wanted), wanted -> performed("try " + wanted)))
        .command("/heap", new HeapEndpoint(heap == null ? () -> performed("heap") + "\n" : heap));
    listener = new HttpServer(option, routes, log, limits);
    host = InetAddress.getLoopbackAddress();
    listener.start();
    await(() -> listener.address() != null || !log.warnings().isEmpty());
  }

  public static Served onLoopback() {
    return new Served("0", null, PATIENT);
  }

  static Served onLoopback(HttpLimits limits) {
    return new Served("0", null, limits);
  }

  /** Counts the heap in that way. */
  public static Served counting(HeapEndpoint.Source heap) {
    return new Served("0", "correct-horse-battery", PATIENT, heap);
  }

  public static Served at(String address, String token) {
    return new Served(address, token, PATIENT);
  }

  static void await(Condition condition) {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within 30 s");
      }
      sleep(10);
    }
  }

  private String performed(String command) {
    commands.add(command);
    return "did " + command;
  }

  private static Response failing() {
    throw new IllegalStateException("secret of the agent");
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  static HttpOption option(String address) {
    try {
      return Options.read("http=" + address, Map.of(), Map.of(), path -> Map.of()).http();
    } catch (OptionsException bad) {
      throw new IllegalArgumentException(bad);
    }
  }

  int port() {
    return listener.address().getPort();
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(host, port());
    socket.setSoTimeout(30_000);
    return socket;
  }

  /** Asks for the heap, with the token of {@link #counting}. */
  public Reply countHeap() {
    try {
      return request("POST", "/heap", "Authorization: Bearer correct-horse-battery");
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** With a Host header that is right. */
  Reply post(String target, String body, String... headers) throws IOException {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Length: " + body.getBytes(UTF_8).length);
    return send(
        "POST %s HTTP/1.1\r\nHost: localhost:1\r\n%s\r\n\r\n%s"
            .formatted(target, String.join("\r\n", all), body));
  }

  public Reply get(String target, String... headers) throws IOException {
    return request("GET", target, headers);
  }

  /** With a Host header that is right. */
  public Reply request(String method, String target, String... headers) throws IOException {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return send(method + " " + target + " HTTP/1.1\r\nHost: localhost:1\r\n" + more + "\r\n");
  }

  /** Whatever the text is. */
  public Reply send(String text) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(text.getBytes(UTF_8));
      return Reply.of(new String(socket.getInputStream().readAllBytes(), UTF_8));
    }
  }

  @Override
  public void close() {
    listener.close();
  }

  interface Condition {
    boolean holds();
  }

  public record Reply(int status, String head, String body) {
    static Reply of(String text) {
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        throw new AssertionError("no answer: " + text);
      }
      return new Reply(
          Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }

    public List<String> headers() {
      return head.lines().skip(1).toList();
    }
  }
}
