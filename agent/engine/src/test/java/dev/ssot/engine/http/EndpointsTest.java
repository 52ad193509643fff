package dev.ssot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What well-behaved clients are told. */
class EndpointsTest {
  private final Served served = Served.onLoopback();

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void health_is_up_without_a_reason() throws IOException {
    var reply = served.get("/health");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).contains("Content-Type: application/json");
    assertThat(reply.body()).isEqualTo("{\"status\":\"UP\",\"reasons\":[]}\n");
    assertThat(served.get("/health?strict").status()).isEqualTo(200);
  }

  @Test
  void health_is_degraded_with_reasons_and_still_200() throws IOException {
    served.reasons.add("47 duplicates of a.\"B\\\n are alive");
    served.reasons.add("another");

    var reply = served.get("/health");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo(
            "{\"status\":\"DEGRADED\",\"reasons\":[\"47 duplicates of a.\\u0022B\\u005c\\u000a are"
                + " alive\",\"another\"]}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "strict,503",
    "strict=true,503",
    "a=b&strict,503",
    "strict=false,200",
    "strictly,200"
  })
  void only_a_strict_client_gets_503(String query, int status) throws IOException {
    served.reasons.add("another");

    assertThat(served.get("/health?" + query).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "/report,json,application/json",
    "/report?format=json,json,application/json",
    "/report?format=JSON,json,application/json",
    "/report?format=%74ext,text,text/plain; charset=utf-8",
    "/report?format=markdown,markdown,text/markdown; charset=utf-8",
    "/report?format=html,html,text/html; charset=utf-8"
  })
  void the_report_comes_in_every_format(String target, String format, String type)
      throws IOException {
    var reply = served.get(target);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).contains("Content-Type: " + type);
    assertThat(reply.body()).isEqualTo("the report as " + format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/report?format=pdf", "/report?format", "/report?format=%", "/report?%zz"})
  void another_format_is_refused_with_what_there_is(String target) throws IOException {
    var reply = served.get(target);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).containsAnyOf("text, json, markdown, html", "percent-encoded");
  }

  @Test
  void a_browser_gets_the_report_as_a_page_with_its_own_policy() throws IOException {
    var page = served.get("/report", "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");

    assertThat(page.body()).isEqualTo("the report as html");
    assertThat(page.headers())
        .contains("Content-Type: text/html; charset=utf-8", "Vary: Accept")
        .anyMatch(header -> header.startsWith("Content-Security-Policy: default-src 'page';"));
    assertThat(served.get("/report?format=json", "Accept: text/html").body())
        .isEqualTo("the report as json");
    assertThat(served.get("/report", "Accept: */*").body()).isEqualTo("the report as json");
  }

  @Test
  void the_report_comes_without_its_stacks_on_request() throws IOException {
    assertThat(served.get("/report?format=json&stacks=false").body())
        .isEqualTo("the report as json without stacks");
    assertThat(served.get("/report?stacks=true").body()).isEqualTo("the report as json");
    assertThat(served.get("/report?stacks=no").status()).isEqualTo(400);
  }

  @Test
  void the_index_links_what_there_is() throws IOException {
    var reply = served.get("/");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("<a href=\"/health\">", "<a href=\"/report\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/Health", "/report/", "//", "/../etc/passwd", "/%2e%2e"})
  void an_unknown_path_is_404(String target) throws IOException {
    assertThat(served.get(target).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"})
  void another_method_is_405_and_told_which_there_are(String method) throws IOException {
    var reply = served.request(method, "/health");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers()).contains("Allow: GET, HEAD");
  }

  @Test
  void head_is_get_without_its_body() throws IOException {
    var reply = served.request("HEAD", "/report");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).contains("Content-Length: " + "the report as json".length());
    assertThat(reply.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/report", "/nothing", "/broken"})
  void every_answer_is_kept_out_of_caches_frames_and_scripts(String target) throws IOException {
    assertThat(served.get(target).headers())
        .contains("X-Content-Type-Options: nosniff", "Cache-Control: no-store", "Connection: close")
        .anyMatch(header -> header.startsWith("Content-Security-Policy: default-src 'none';"))
        .anyMatch(header -> header.matches("Date: \\w{3}, \\d{2} \\w{3} \\d{4} [0-9:]{8} GMT"))
        .noneMatch(header -> header.startsWith("Access-Control-"))
        .noneMatch(header -> header.startsWith("Server:"));
  }

  @Test
  void a_failure_of_the_agent_is_500_without_details_and_logged_at_each_doubling()
      throws IOException {
    var reply = served.get("/broken");
    served.get("/broken");
    served.get("/broken");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).doesNotContain("secret", "Exception");
    assertThat(served.log.warnings()).hasSize(2);
    assertThat(served.log.thrown()).hasSize(1);
    assertThat(served.get("/health").status()).isEqualTo(200);
  }
}
