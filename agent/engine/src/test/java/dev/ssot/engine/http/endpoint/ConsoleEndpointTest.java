package dev.ssot.engine.http.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.http.Served;
import dev.ssot.engine.place.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page at {@code /} as it is sent; a browser shows it in the tests of the demo. */
class ConsoleEndpointTest {
  private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
  private static final Path PARTS =
      Path.of("src/main/resources/dev/ssot/engine/http/endpoint/console");

  @Test
  void a_browser_gets_the_console_and_curl_the_index() throws IOException {
    try (var served = Served.onLoopback()) {
      var page = served.get("/", BROWSER);

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.headers()).contains("Content-Type: text/html; charset=utf-8", "Vary: Accept");
      assertThat(page.body()).contains("window.consolePage.ask()", "<dialog id=\"token-dialog\"");
      assertThat(served.get("/", "Accept: */*").body()).contains("<a href=\"/health\">");
    }
  }

  @Test
  void the_policy_permits_exactly_what_is_in_the_page() throws Exception {
    try (var served = Served.onLoopback()) {
      var page = served.get("/", BROWSER);
      String policy = header(page, "Content-Security-Policy");

      assertThat(policy)
          .startsWith("default-src 'none'; connect-src 'self'; ")
          .contains("style-src '" + hash(only(page.body(), "<style>(.*?)</style>")) + "'")
          .contains("script-src '" + hash(only(page.body(), "<script>(.*?)</script>")) + "'")
          .contains("require-trusted-types-for 'script'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "*", "data:", "http:");
    }
  }

  @Test
  void the_page_needs_nothing_else_and_holds_no_style_or_handler_in_markup() throws IOException {
    assertThat(text("console.html"))
        .doesNotContain(" style=", " src=", "<link", "http:", "https:")
        .doesNotContainPattern(" on[a-z]+=");
    assertThat(text("console.css")).doesNotContain("url(", "@import");
  }

  /** The policy would refuse most of it; this says so before a browser is asked. */
  @Test
  void no_script_makes_markup_or_code_of_text() throws IOException {
    for (String script : scripts()) {
      assertThat(text(script))
          .as(script)
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(")
          .doesNotContain(
              "new Function", "localStorage", "sessionStorage", "document.cookie", "</");
    }
  }

  @Test
  void every_script_is_part_of_the_page() throws IOException {
    String page = ConsolePage.read().content();
    assertThat(scripts()).isNotEmpty();
    for (String script : scripts()) {
      assertThat(page).contains(text(script));
    }
  }

  @Test
  void the_page_knows_what_each_reason_means() throws IOException {
    String reasons =
        only(
            ConsolePage.read().content(),
            "<script type=\"application/json\" id=\"reasons\">(.*?)<");
    for (Reason reason : Reason.values()) {
      assertThat(reasons).contains("\"" + reason + "\":\"" + reason.sentence());
    }
  }

  private static List<String> scripts() throws IOException {
    List<String> names = new ArrayList<>();
    try (var files = Files.list(PARTS)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".js"))
          .forEach(names::add);
    }
    return names;
  }

  private static String text(String file) throws IOException {
    return Files.readString(PARTS.resolve(file));
  }

  private static String only(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    assertThat(matcher.find()).isTrue();
    String found = matcher.group(1);
    assertThat(matcher.find()).isFalse();
    return found;
  }

  private static String hash(String content) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static String header(Served.Reply reply, String name) {
    return reply.headers().stream()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }
}
