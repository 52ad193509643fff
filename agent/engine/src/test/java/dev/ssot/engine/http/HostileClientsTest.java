package dev.ssot.engine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients that mean harm, or are broken, can make the agent spend. */
class HostileClientsTest {
  private static final HttpLimits SHORT = new HttpLimits(4, 32, 30_000, 1_000, 1_000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET /health\r\n\r\n",
        "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /health HTTP/2.0\r\nHost: localhost\r\n\r\n",
        "get /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET  /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /\u00e9 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost : localhost\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: localhost\r\n folded: yes\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: local\u0000host\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\n\r\n"
      })
  void what_is_no_request_is_400(String text) throws IOException {
    try (var served = Served.onLoopback()) {
      assertThat(served.send(text).status()).isEqualTo(400);
    }
  }

  @Test
  void a_head_that_does_not_end_is_431() throws IOException {
    try (var served = Served.onLoopback()) {
      assertThat(served.get("/" + "x".repeat(20_000)).status()).isEqualTo(431);
      assertThat(served.get("/", "A: b\r\n".repeat(2_000) + "C: d").status()).isEqualTo(431);
    }
  }

  @Test
  void ten_megabytes_of_body_are_refused_unread() throws IOException {
    try (var served = Served.onLoopback();
        var socket = served.connect()) {
      socket
          .getOutputStream()
          .write(
              "POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n"
                  .getBytes(ISO_8859_1));

      assertThat(firstLine(socket)).startsWith("HTTP/1.1 405");
      assertThat(written(socket, 10_000_000)).isLessThan(10_000_000);
      assertThat(served.get("/health").status()).isEqualTo(200);
    }
  }

  @Test
  void silent_clients_are_cut_off_and_others_answered() throws IOException {
    try (var served = Served.onLoopback(SHORT)) {
      List<Socket> silent = connections(served, SHORT.threads + 4);

      assertThat(served.get("/health").status()).isEqualTo(200);
      for (Socket each : silent) {
        assertThat(each.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void a_client_that_sends_a_byte_now_and_then_is_cut_off() throws Exception {
    try (var served = Served.onLoopback(SHORT);
        var socket = served.connect()) {
      assertThat(written(socket, 10_000, 20)).isLessThan(10_000);
    }
  }

  @Test
  void clients_that_do_not_read_are_cut_off_and_others_answered() throws IOException {
    try (var served = Served.onLoopback(SHORT)) {
      List<Socket> deaf = connections(served, SHORT.threads);
      for (Socket each : deaf) {
        each.getOutputStream().write(bytes("GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      }

      assertThat(served.get("/health").status()).isEqualTo(200);
      for (Socket each : deaf) {
        each.close();
      }
    }
  }

  @Test
  void two_hundred_connections_at_once_get_a_few_threads_and_an_end() throws IOException {
    try (var served = Served.onLoopback(SHORT)) {
      Set<Thread> before = Thread.getAllStackTraces().keySet();
      List<Socket> crowd = connections(served, 200);

      Served.await(() -> endpointThreads(before).size() == SHORT.threads);
      for (Socket each : crowd) {
        each.setSoTimeout(30_000);
        assertThat(ended(each)).isTrue();
      }
      assertThat(endpointThreads(before)).hasSizeLessThanOrEqualTo(SHORT.threads);
      assertThat(served.get("/health").status()).isEqualTo(200);
      assertThat(served.log.warnings()).isEmpty();
    }
  }

  @Test
  void all_threads_are_daemons_without_the_class_loader_of_the_application() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (var served = Served.onLoopback();
        var silent = served.connect()) {
      silent.getOutputStream().write(bytes("GET /health"));
      Served.await(() -> !endpointThreads(before).isEmpty());
      Set<Thread> all = threads("ssot-http-", before);

      assertThat(all).hasSizeGreaterThanOrEqualTo(2);
      assertThat(all).allMatch(Thread::isDaemon);
      assertThat(all).allMatch(thread -> thread.getContextClassLoader() == null);
    }
  }

  @Test
  void a_closed_endpoint_leaves_no_thread_and_no_port() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    var served = Served.onLoopback();
    try (var silent = served.connect()) {
      Served.await(() -> !endpointThreads(before).isEmpty());
      served.close();

      assertThat(ended(silent)).isTrue();
      Served.await(() -> threads("ssot-http-", before).isEmpty());
    }
    assertThat(served.log.warnings()).isEmpty();
  }

  private static List<Socket> connections(Served served, int number) throws IOException {
    List<Socket> connections = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      connections.add(served.connect());
    }
    return connections;
  }

  /** Orderly or by a reset. */
  private static boolean ended(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private static Set<Thread> endpointThreads(Set<Thread> before) {
    return threads("ssot-http-[0-9]", before);
  }

  private static Set<Thread> threads(String name, Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.getName().matches(name + ".*"))
        .collect(Collectors.toSet());
  }

  private static String firstLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c != '\r'; c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static int written(Socket socket, int most) {
    return written(socket, most, 0);
  }

  /** How many bytes went out before the other side closed. */
  private static int written(Socket socket, int most, long pause) {
    byte[] chunk = new byte[pause == 0 ? 10_000 : 1];
    Arrays.fill(chunk, (byte) 'A');
    int written = 0;
    try {
      for (; written < most; written += chunk.length) {
        socket.getOutputStream().write(chunk);
        Thread.sleep(pause);
      }
    } catch (IOException | InterruptedException closed) {
      // as it should be
    }
    return written;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
