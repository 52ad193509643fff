package dev.ssot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change something over HTTP, and what is understood. */
class CommandsTest {
  private static final String TOKEN = "Authorization: Bearer correct-horse-battery";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private final Served served = Served.at("0", "correct-horse-battery");

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void a_switch_is_performed_and_answered_in_one_line() throws IOException {
    var reply =
        served.post(
            "/mode",
            "mode=enforce&target=a.B&group=P1+core%20%26%20more&for=2h",
            TOKEN,
            "Content-Type: application/x-www-form-urlencoded; charset=utf-8");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("did switch enforce at a.B P1 core & more for 2h by http\n");
    assertThat(served.commands)
        .containsExactly("switch enforce at a.B P1 core & more for 2h by http");
  }

  @Test
  void a_preview_is_no_switch() throws IOException {
    served.post("/mode", "mode=fail&sites=a.**%23b&dry-run=true", TOKEN, FORM);
    served.post("/mode", "mode=fail&dry-run=false", TOKEN, FORM);

    assertThat(served.commands)
        .containsExactly("try fail at a.**#b by http", "switch fail at all by http");
  }

  @Test
  void a_group_of_any_name_can_be_switched() throws IOException {
    var reply = served.post("/mode", "mode=observe&group=Größe \"<b>\"", TOKEN, FORM);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(served.commands).containsExactly("switch observe at Größe \"<b>\" by http");
  }

  @Test
  void the_heap_is_counted_for_an_empty_body() throws IOException {
    assertThat(served.post("/heap", "", TOKEN).body()).isEqualTo("did heap\n");
    assertThat(served.request("POST", "/heap", TOKEN).status()).isEqualTo(200);
    assertThat(served.post("/heap", "target=a.B", TOKEN, FORM).status()).isEqualTo(400);
    assertThat(served.commands).containsExactly("heap", "heap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mode", "/heap"})
  void without_the_right_token_nothing_happens(String path) throws IOException {
    var absent = served.post(path, "mode=enforce", FORM);
    var wrong = served.post(path, "mode=enforce", FORM, TOKEN + "2");
    var twice = served.post(path, "mode=enforce", FORM, TOKEN, TOKEN);
    var inTheQuery = served.post(path + "?token=correct-horse-battery", "mode=enforce", FORM);

    assertThat(absent.status()).isEqualTo(401);
    assertThat(absent.headers()).contains("WWW-Authenticate: Bearer realm=\"ssot-agent\"");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(twice.status()).isEqualTo(400);
    assertThat(inTheQuery.status()).isEqualTo(401);
    assertThat(served.commands).isEmpty();
  }

  @Test
  void without_a_configured_token_nobody_may_not_even_on_loopback() throws IOException {
    try (var open = Served.onLoopback()) {
      var reply = open.post("/mode", "mode=enforce", FORM, "Authorization: Bearer null");

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.body()).contains("set http.token");
      assertThat(open.commands).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void no_other_method_changes_anything(String method) throws IOException {
    var reply = served.request(method, "/mode?mode=enforce", TOKEN);

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers()).contains("Allow: POST");
    assertThat(served.commands).isEmpty();
  }

  @Test
  void fields_in_the_query_count_for_nothing() throws IOException {
    assertThat(served.post("/mode?mode=enforce", "", TOKEN).status()).isEqualTo(400);
    assertThat(served.post("/mode?mode=enforce", "mode=observe", TOKEN, FORM).status())
        .isEqualTo(200);
    assertThat(served.commands).containsExactly("switch observe at all by http");
  }

  @Test
  void a_stranger_s_name_for_this_host_is_refused_with_the_right_token() throws IOException {
    var reply =
        served.send(
            "POST /heap HTTP/1.1\r\nHost: evil.example\r\n"
                + TOKEN
                + "\r\nContent-Length: 0\r\n\r\n");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(served.commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://localhost:2",
        "Origin: http://localhost",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: cross-site\r\nOrigin: http://localhost:1"
      })
  void a_page_of_another_origin_may_not(String header) throws IOException {
    assertThat(served.post("/mode", "mode=enforce", TOKEN, FORM, header).status()).isEqualTo(403);
    assertThat(served.commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://localhost:1",
        "Origin: HTTPS://localhost:1",
        "Sec-Fetch-Site: same-origin\r\nOrigin: https://agent.internal",
        "Sec-Fetch-Site: none"
      })
  void a_page_of_ours_may(String header) throws IOException {
    assertThat(served.post("/mode", "mode=enforce", TOKEN, FORM, header).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'', the field mode is missing",
    "group=P1, the field mode is missing",
    "mode=, the field mode is empty",
    "mode, the field mode is empty",
    "mode=enforce&group=, the field group is empty",
    "mode=enforce&mode=observe, the field mode is there twice",
    "mode=enforce&grp=P1, 'there is no field ''grp''; valid are mode, target, group, sites, for, dry-run'",
    "mode=enforce&, there is no field ''",
    "mode=ENFORCING, valid are off",
    "mode=enforce&for=soon, soon",
    "mode=enforce&group=a&sites=b, a group and a site pattern exclude each other",
    "mode=enforce&dry-run=yes, the field dry-run is true or false",
    "mode=%zz, percent-encoded"
  })
  void what_is_not_understood_is_400_and_told(String body, String told) throws IOException {
    var reply = served.post("/mode", body, TOKEN, FORM);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains(told);
    assertThat(served.commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Type: text/plain", "Content-Type: application/json", "X-Other: none"})
  void a_body_of_another_type_is_415(String type) throws IOException {
    var reply = served.post("/mode", "mode=enforce", TOKEN, type);

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.body()).contains("application/x-www-form-urlencoded");
    assertThat(served.commands).isEmpty();
  }

  @Test
  void names_in_a_refusal_are_safe_in_a_terminal() throws IOException {
    assertThat(served.post("/mode", "mode=enforce&%1b%5b2J=1", TOKEN, FORM).body())
        .contains("there is no field '\\u001B[2J'");
  }

  @Test
  void a_long_body_is_413_and_a_chunked_one_411() throws IOException {
    assertThat(
            served.post("/mode", "mode=enforce&group=" + "x".repeat(9_000), TOKEN, FORM).status())
        .isEqualTo(413);
    assertThat(
            served
                .send(
                    "POST /mode HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                        + TOKEN
                        + "\r\n\r\nc\r\nmode=enforce\r\n0\r\n\r\n")
                .status())
        .isEqualTo(411);
    assertThat(served.commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "+3", "1e3", "0x10", "99999999999999999999", "", "3\r\nContent-Length: 4"})
  void a_length_that_is_none_is_400(String length) throws IOException {
    var reply =
        served.send(
            "POST /heap HTTP/1.1\r\nHost: localhost\r\n"
                + TOKEN
                + "\r\nContent-Length: "
                + length
                + "\r\n\r\n");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(served.commands).isEmpty();
  }

  @Test
  void the_index_names_the_commands_without_a_link() throws IOException {
    assertThat(served.get("/").body()).contains("/mode, by POST").doesNotContain("href=\"/mode");
  }
}
