package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser; what it looked like is in target/screenshots. */
class PageIT {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private static Path browser;

  @TempDir private Path temporary;

  private Path profile;

  @BeforeAll
  static void find_a_browser() {
    browser = Chromium.orSkip();
  }

  /** Not temporary: the browser's last child may still write when the test is over. */
  @BeforeEach
  void make_a_profile() throws IOException {
    profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chromium-");
  }

  @Test
  void what_is_typed_in_one_window_appears_in_another() throws Exception {
    try (DemoProcess demo = DemoProcess.serve(temporary, List.of(), "--redis-max-clients=1000");
        Chromium chromium = Chromium.start(browser, profile)) {
      ChromiumTab ann = chromium.open(demo.url() + "/?user=ann");
      ann.awaitText("#state", "connected");
      ChromiumTab bob = chromium.open(demo.url() + "/?user=bob");
      bob.awaitText("#state", "connected");
      // Connected is not yet joined: whoever sees what he says himself sees what others say.
      bob.typeAndEnter("bob is here");
      bob.awaitText("#messages", "bob is here");

      ann.typeAndEnter("is anybody here?");
      bob.awaitText("#messages", "is anybody here?");
      bob.typeAndEnter("/roll");
      ann.awaitText("#messages", "bob rolls");

      ann.screenshot(SCREENSHOTS.resolve("chat-works.png"));
      assertThat(ann.textOf("#messages")).contains("Welcome to the lobby.");
    }
  }

  @Test
  void with_the_agent_enforcing_a_message_comes_back() throws Exception {
    try (DemoProcess demo = DemoProcess.serve(temporary, List.of(DemoProcess.agent("enforce")));
        Chromium chromium = Chromium.start(browser, profile)) {
      ChromiumTab ann = chromium.open(demo.url() + "/?user=ann");
      ann.awaitText("#state", "connected");

      ann.typeAndEnter("is chat back?");

      ann.awaitText("#messages", "is chat back?");
      ann.screenshot(SCREENSHOTS.resolve("chat-enforced.png"));
      assertThat(ann.textOf("#messages")).doesNotContain("closed by the server");
    }
  }

  @Test
  void the_report_is_a_page_that_sorts_a_table_by_a_click() throws Exception {
    Path settings = Path.of("ssot.yaml").toAbsolutePath();
    String agent = "-javaagent:" + ObservedIT.AGENT + "=config=" + settings;
    try (DemoProcess demo = DemoProcess.serve(temporary, List.of(agent + ",http=0,log=stderr"));
        Chromium chromium = Chromium.start(browser, profile)) {
      ChromiumTab report = chromium.open("http://" + demo.agentEndpoint() + "/report");
      report.awaitText("h1", "Duplicates of what should exist once");
      String first = report.textOf("tbody tr:first-child td.where");
      String last = report.textOf("tbody tr:last-child td.where");
      assertThat(first).as("sites in the order of repair, not of their names").isNotEqualTo(last);

      report.click("th.where button");
      report.awaitText("th[aria-sort=descending]", "where");
      assertThat(report.textOf("tbody tr:first-child td.where"))
          .isGreaterThan(report.textOf("tbody tr:last-child td.where"));
      report.click("th.where button");
      report.awaitText("th[aria-sort=ascending]", "where");
      assertThat(report.textOf("tbody tr:first-child td.where"))
          .isLessThan(report.textOf("tbody tr:last-child td.where"));
      report.screenshot(SCREENSHOTS.resolve("report.png"));
    }
  }

  @Test
  void the_page_says_that_the_connection_was_closed_and_with_which_status() throws Exception {
    try (DemoProcess demo = DemoProcess.serve(temporary, List.of());
        Chromium chromium = Chromium.start(browser, profile)) {
      ChromiumTab ann = chromium.open(demo.url() + "/?user=ann");

      ann.awaitText("#messages", "The connection was closed by the server with status 1011.");

      ann.screenshot(SCREENSHOTS.resolve("chat-fails.png"));
      assertThat(ann.textOf("#state")).isEqualTo("closed: 1011");
    }
  }
}
