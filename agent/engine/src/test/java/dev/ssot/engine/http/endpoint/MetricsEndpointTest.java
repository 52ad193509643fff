package dev.ssot.engine.http.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.http.Served;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to Prometheus, and to others. */
class MetricsEndpointTest {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final Served served = Served.onLoopback();

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void without_a_wish_it_is_text() throws IOException {
    assertIs(TEXT, served.get("/metrics"));
  }

  /** As Prometheus 2.42 and 3.5 send it, and some variants. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;"
            + "q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
            + "application/openmetrics-text;version=0.0.1;q=0.5,"
            + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
            + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
        "Application/OpenMetrics-Text; Q=1.0, text/plain",
        "application/openmetrics-text"
      })
  void prometheus_gets_open_metrics(String accept) throws IOException {
    assertIs(OPEN_METRICS, served.get("/metrics", "Accept: " + accept));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/openmetrics-text;q=0.2,text/plain;q=0.3",
        "application/openmetrics-text;q=0",
        "application/openmetrics-text;q=nonsense",
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily",
        "image/png",
        ",;,;q=,"
      })
  void whoever_does_not_ask_for_open_metrics_gets_text(String accept) throws IOException {
    assertIs(TEXT, served.get("/metrics", "Accept: " + accept));
  }

  @Test
  void a_wish_in_several_headers_is_one_wish() throws IOException {
    assertIs(
        OPEN_METRICS,
        served.get(
            "/metrics", "Accept: text/plain;q=0.5", "Accept: application/openmetrics-text;q=0.9"));
  }

  /** Prometheus finds pods by their addresses. */
  @ParameterizedTest
  @ValueSource(strings = {"10.244.1.17:8085", "[fd00::1:2]:8085", "127.0.0.1"})
  void an_address_for_a_host_is_answered(String host) throws IOException {
    assertIs(TEXT, served.send("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n\r\n"));
  }

  @Test
  void a_name_that_a_stranger_could_own_is_not() throws IOException {
    assertThat(served.send("GET /metrics HTTP/1.1\r\nHost: evil.example\r\n\r\n").status())
        .isEqualTo(403);
  }

  /** Like health: a scrape that needs a secret is a scrape that is not set up. */
  @Test
  void beyond_loopback_it_needs_no_token() throws IOException {
    try (var everywhere = Served.at("0.0.0.0:0", "correct-horse-battery")) {
      assertIs(TEXT, everywhere.get("/metrics"));
      assertThat(everywhere.get("/report").status()).isEqualTo(401);
    }
  }

  private static void assertIs(String type, Served.Reply reply) {
    assertThat(reply.status()).as(reply.head()).isEqualTo(200);
    assertThat(reply.headers()).contains("Content-Type: " + type, "Vary: Accept");
    assertThat(reply.body()).isEqualTo("as " + type + "\n");
  }
}
