package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.RunningJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of one server on the loopback interface. */
final class Http {
  private static final Duration START = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  private Http(int port) {
    this.port = port;
  }

  /** Of a server that is yet to be started. */
  static Http onFreePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Http(free.getLocalPort());
    }
  }

  String port() {
    return Integer.toString(port);
  }

  /** Until the path is answered by {@code 200}. */
  void await(RunningJvm server, String path) throws Exception {
    long end = System.nanoTime() + START.toNanos();
    while (!isAnswered(path)) {
      assertThat(server.isAlive()).as("%s", server.printed(-1)).isTrue();
      assertThat(System.nanoTime()).as("%s", server.printed(-1)).isLessThan(end);
      Thread.sleep(200);
    }
  }

  private boolean isAnswered(String path) throws InterruptedException {
    try {
      return get(path).startsWith("200 ");
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Status and body. */
  String get(String path) throws IOException, InterruptedException {
    return answer(request(path).GET());
  }

  String post(String path, String json) throws IOException, InterruptedException {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpRequest.newBuilder(uri)
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(Duration.ofSeconds(30));
  }

  private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = client.send(request.build(), BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
