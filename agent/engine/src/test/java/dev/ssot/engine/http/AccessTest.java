package dev.ssot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered at all. */
class AccessTest {
  private static final String TOKEN = "correct-horse-battery";

  @Test
  void without_a_host_it_listens_on_loopback_alone() {
    try (var served = Served.onLoopback()) {
      assertThat(served.listener.address().getAddress().isLoopbackAddress()).isTrue();
    }
  }

  @Test
  void a_busy_port_is_one_warning() throws IOException {
    try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var served = Served.at("" + busy.getLocalPort(), null)) {
      assertThat(served.log.warnings())
          .singleElement()
          .asString()
          .contains("no HTTP endpoint on http=" + busy.getLocalPort(), "set another");
    }
  }

  @Test
  void a_host_that_is_not_here_is_one_warning() {
    try (var served = Served.at("192.0.2.1:0", null)) {
      assertThat(served.log.warnings()).singleElement().asString().contains("192.0.2.1:0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:80", "app.localhost", "127.0.0.1:8085", "[::1]:8085"})
  void names_that_no_stranger_can_own_are_answered(String host) throws IOException {
    try (var served = Served.onLoopback()) {
      assertThat(send(served, "Host: " + host).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evillocalhost",
        "1.2.3.4.5",
        "localhost@evil.example",
        "",
        "[::1].evil.example"
      })
  void any_other_name_is_refused(String host) throws IOException {
    try (var served = Served.onLoopback()) {
      var reply = send(served, "Host: " + host);

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.body()).doesNotContain("evil");
    }
  }

  @Test
  void no_host_and_two_hosts_are_refused() throws IOException {
    try (var served = Served.onLoopback()) {
      assertThat(send(served, "A: b").status()).isEqualTo(400);
      assertThat(send(served, "Host: localhost\r\nHost: evil.example").status()).isEqualTo(400);
    }
  }

  @Test
  void the_configured_host_is_answered_under_its_name() throws IOException {
    var routes = new Routes("Agent.Internal", null);

    assertThat(routes.find(request("agent.internal:80"), false)).isInstanceOf(Index.class);
  }

  @Test
  void beyond_loopback_the_report_needs_the_token() throws IOException {
    try (var served = Served.at("0.0.0.0:0", TOKEN)) {
      var refused = served.get("/report");

      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.headers()).contains("WWW-Authenticate: Bearer realm=\"ssot-agent\"");
      assertThat(refused.body()).doesNotContain(TOKEN);
      assertThat(served.get("/report", "Authorization: Bearer " + TOKEN).status()).isEqualTo(200);
      assertThat(served.get("/report", "authorization: bearer " + TOKEN).status()).isEqualTo(200);
      assertThat(served.get("/health").status()).isEqualTo(200);
      assertThat(served.get("/").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer correct-horse-batterx",
        "Bearer correct-horse-batter",
        "Bearer correct-horse-battery2",
        "Bearer",
        "Bearer null",
        "Basic correct-horse-battery",
        "correct-horse-battery"
      })
  void another_token_is_as_good_as_none(String authorization) throws IOException {
    try (var served = Served.at("0.0.0.0:0", TOKEN)) {
      assertThat(served.get("/report", "Authorization: " + authorization).status()).isEqualTo(401);
    }
  }

  @Test
  void beyond_loopback_and_without_a_token_nobody_gets_the_report() throws IOException {
    try (var served = Served.at("0.0.0.0:0", null)) {
      var refused = served.get("/report", "Authorization: Bearer null");

      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body()).contains("http.token");
    }
  }

  @Test
  void on_loopback_the_report_needs_no_token() throws IOException {
    try (var served = Served.at("0", TOKEN)) {
      assertThat(served.get("/report").status()).isEqualTo(200);
    }
  }

  private static Request request(String host) {
    return new Request("GET", "/", Map.of("host", List.of(host)));
  }

  private static Served.Reply send(Served served, String header) throws IOException {
    return served.send("GET /health HTTP/1.1\r\n" + header + "\r\n\r\n");
  }
}
