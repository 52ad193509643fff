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

/** The agent's console in a real browser; what it looked like is in target/screenshots. */
class ConsoleIT {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final Path FIXTURES = Path.of("../agent/fixtures/target/classes").toAbsolutePath();
  private static final String TOKEN = "correct-horse-battery";

  /** Notes what the policy of the page refused, from the first moment on. */
  private static final String REFUSED =
      "window.refused = []; document.addEventListener('securitypolicyviolation', (event) =>"
          + " window.refused.push(event.violatedDirective + ' ' + event.blockedURI))";

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
  void a_group_is_switched_watched_and_switched_back() throws Exception {
    try (DemoProcess demo = serve();
        Chromium chromium = Chromium.start(browser, profile)) {
      connect(chromium, demo);
      ChromiumTab tab = open(chromium, demo.agentEndpoint());
      tab.awaitText("#targets h2", "dev.ssot.demo.redis.RedisManager");
      tab.awaitText(".headline", "47 duplicates from 47 call sites in 47 files");
      assertThat(tab.textOf("#process")).contains("demo-app.jar (" + demo.process.pid() + ")");
      looks(tab, "console");

      tab.evaluate(inGroup("P1 WebSocket core", ".action button") + ".click()");
      tab.await("document.querySelector('#token-dialog').open");
      tab.type("not-the-right-one");
      tab.press("Enter");
      tab.awaitText("#token-dialog .problem", "send the header Authorization");
      tab.evaluate("document.querySelector('#token').value = ''");
      tab.type(TOKEN);
      tab.press("Enter");
      tab.await("document.querySelector('#switch-dialog').open");
      tab.awaitText("#preview", "would be dry-run");
      tab.evaluate("document.querySelector('input[value=enforce]').click()");
      tab.awaitText("#preview", "would be enforce");
      assertThat(tab.textOf("#preview")).contains("8 of 8 call sites can be redirected");
      tab.awaitText("#switch-dialog .main", "Switch to enforce for 2h");
      looks(tab, "console-switch");
      tab.await("!document.querySelector('#switch-dialog .main').disabled");
      tab.click("#switch-dialog .main");

      tab.await("!document.querySelector('#switch-dialog').open");
      tab.awaitText("#answers", "is now enforce, it was observe");
      tab.await(inGroup("P1 WebSocket core", ".mode") + ".textContent === 'enforce'");
      tab.await(
          "/1:5\\d:\\d\\d left/.test(" + inGroup("P1 WebSocket core", ".left") + ".textContent)");
      looks(tab, "console-enforce");

      tab.evaluate(inGroup("P1 WebSocket core", ".undo button") + ".click()");
      tab.await(inGroup("P1 WebSocket core", ".mode") + ".textContent === 'observe'");
      tab.await(inGroup("P1 WebSocket core", ".undo") + ".hidden");
      assertThat(tab.evaluate("JSON.stringify(window.refused)")).isEqualTo("[]");
    }
  }

  @Test
  void call_sites_show_their_stacks_and_a_rehearsal_its_verdict() throws Exception {
    try (DemoProcess demo = serve("mode=dry-run");
        Chromium chromium = Chromium.start(browser, profile)) {
      connect(chromium, demo);
      ChromiumTab tab = open(chromium, demo.agentEndpoint());
      tab.awaitText(".headline", "47 duplicates");
      tab.awaitText(".verdict-line", "dry-run: 8 of 8 call sites would be redirected");
      tab.click("button.name");
      tab.await("document.querySelectorAll('.sites button.where').length === 8");
      tab.click(".sites button.where");
      tab.awaitText(".stacks code", "dev.ssot.demo");
      looks(tab, "console-stack");
      tab.click(".sites button.where");
      tab.await("document.querySelectorAll('.stacks code').length === 0");
    }
  }

  @Test
  void everything_is_reached_by_keyboard_and_dialogs_escape() throws Exception {
    try (DemoProcess demo = serve();
        Chromium chromium = Chromium.start(browser, profile)) {
      ChromiumTab tab = open(chromium, demo.agentEndpoint());
      tab.awaitText(".headline", "39 duplicates");
      String buttons =
          "[...document.querySelectorAll('button, summary, a[href]')].filter((each) =>"
              + " each.checkVisibility() && !each.closest('dialog'))";
      tab.evaluate(
          "window.reached = new Set(); window.bare = []; document.addEventListener('focusin',"
              + " (event) => { window.reached.add(event.target); if"
              + " (getComputedStyle(event.target).outlineStyle === 'none')"
              + " window.bare.push(event.target.outerHTML); })");
      int all = Integer.parseInt(tab.evaluate("String(" + buttons + ".length)"));
      assertThat(all).isGreaterThan(12);
      for (int i = 0; i <= all; i++) {
        tab.press("Tab");
      }
      assertThat(
              tab.evaluate(
                  "String("
                      + buttons
                      + ".filter((each) => !window.reached.has(each)).map((each) => each.outerHTML).join())"))
          .isEmpty();
      assertThat(tab.evaluate("window.bare.join()")).as("without an outline").isEmpty();

      tab.evaluate("document.querySelector('#lock').focus()");
      tab.press("Enter");
      tab.evaluate(
          "document.activeElement.id === 'lock' && document.querySelector('#lock').click()");
      tab.await("document.querySelector('#token-dialog').open");
      looks(tab, "console-token");
      tab.press("Escape");
      tab.await("!document.querySelector('#token-dialog').open");
      assertThat(tab.evaluate("document.activeElement.id")).isEqualTo("lock");
    }
  }

  /** What the page remembers has a bound, however long it is open. */
  @Test
  void curves_forget_what_is_old_and_break_where_nobody_looked() throws Exception {
    try (DemoProcess demo = serve();
        Chromium chromium = Chromium.start(browser, profile)) {
      ChromiumTab tab = open(chromium, demo.agentEndpoint());
      tab.evaluate(
          "window.samples = new Samples(); for (let i = 0; i < 5000; i++) samples.add(i * 2000,"
              + " {constructions: i, redirects: 0, instances: {live: 1}});");
      assertThat(tab.evaluate("String(samples.all.length)")).isEqualTo("450");
      assertThat(tab.evaluate("String(samples.currentRate('constructions'))")).isEqualTo("30");
      assertThat(tab.evaluate("String(new Samples().currentRate('constructions'))"))
          .isEqualTo("null");
      tab.evaluate(
          "samples.add(11_000_000, {constructions: 1, redirects: 0, instances: {live: 1}})");
      assertThat(tab.evaluate("String(samples.all.length)")).isEqualTo("1");
      tab.evaluate(
          "samples.add(11_200_000, {constructions: 2, redirects: 0, instances: {live: 2}})");
      assertThat(tab.evaluate("JSON.stringify(samples.live().map((each) => each.value))"))
          .isEqualTo("[1,null,2]");
    }
  }

  @Test
  void a_page_that_nobody_looks_at_asks_for_nothing() throws Exception {
    try (DemoProcess demo = serve();
        Chromium chromium = Chromium.start(browser, profile)) {
      ChromiumTab tab = open(chromium, demo.agentEndpoint());
      tab.awaitText("#state", "live");
      tab.click("#pause");
      tab.awaitText("#state", "paused");
      tab.await("!window.consolePage.isAsking");
      tab.evaluate("performance.clearResourceTimings()");
      Thread.sleep(5_000);
      assertThat(tab.evaluate("String(performance.getEntriesByType('resource').length)"))
          .isEqualTo("0");
      tab.click("#pause");
      tab.awaitText("#state", "live");
    }
  }

  /** The names of a class, a method, a file, a thread and of groups, which may be anything. */
  @Test
  void names_are_text_and_nothing_else() throws Exception {
    Path settings = temporary.resolve("ssot.yaml");
    Files.writeString(
        settings,
        """
        targets: ["fixtures.hostile.T*"]
        groups:
        - {name: "<script>owned=1</script>", priority: 1, sites: ["fixtures.hostile.S*"]}
        - {name: "__proto__", priority: 2, sites: ["fixtures.**"]}
        """);
    String agent =
        "-javaagent:%s=config=%s,http=0,log=stderr,http.token=%s"
            .formatted(ObservedIT.AGENT, settings, TOKEN);
    try (DemoProcess hostile =
            DemoProcess.runClass(
                temporary,
                List.of(agent),
                FIXTURES,
                "fixtures.hostile.Names",
                temporary + "/made");
        Chromium chromium = Chromium.start(browser, profile)) {
      ChromiumTab tab = open(chromium, hostile.loggedEndpoint());
      tab.awaitText("#targets h2", "fixtures.hostile.T<img src=x onerror=owned=1>");
      tab.awaitText("button.name", "<script>owned=1</script>");
      tab.awaitText(".caller", "fixtures.hostile.S<script>owned=1<\\script>.turn\\u202Eed");
      tab.awaitText("button.where", "</script><b>&lt;.java:");
      tab.click("button.where");
      tab.awaitText(".stacks code", "S<script>");
      looks(tab, "console-hostile");

      tab.evaluate("document.querySelector('.group .action button').click()");
      tab.await("document.querySelector('#token-dialog').open");
      tab.type(TOKEN);
      tab.press("Enter");
      tab.awaitText("#switch-title", "<script>owned=1</script>");
      tab.await(
          "document.querySelector('#preview').childElementCount > 0"
              + " || document.querySelector('#switch-dialog .problem').textContent !== ''");
      assertThat(
              tab.evaluate(
                  "String(document.querySelectorAll('main img, main b, dialog img, main script').length)"))
          .isEqualTo("0");
      assertThat(tab.evaluate("String(window.owned)")).isEqualTo("undefined");
      assertThat(tab.evaluate("JSON.stringify(window.refused)")).isEqualTo("[]");
      assertThat(tab.evaluate("/[\\u202e\\u001b]/.test(document.body.textContent) ? 'raw' : ''"))
          .isEmpty();
    }
  }

  /** With the groups of the demo. */
  private DemoProcess serve(String... options) throws IOException {
    String all = options.length == 0 ? "" : "," + String.join(",", options);
    String agent =
        "-javaagent:%s=config=%s,http=0,log=stderr,http.token=%s%s"
            .formatted(ObservedIT.AGENT, Path.of("ssot.yaml").toAbsolutePath(), TOKEN, all);
    return DemoProcess.serve(temporary, List.of(agent));
  }

  /** The classes of the group P1 construct when somebody connects. */
  private static void connect(Chromium chromium, DemoProcess demo) throws Exception {
    ChromiumTab ann = chromium.open(demo.url() + "/?user=ann");
    ann.awaitText("#messages", "The connection was closed by the server");
  }

  private static ChromiumTab open(Chromium chromium, String endpoint) throws Exception {
    ChromiumTab tab = chromium.open("http://" + endpoint + "/");
    tab.await("document.querySelector('#state')");
    tab.evaluate(REFUSED);
    return tab;
  }

  private static String inGroup(String group, String selector) {
    return ("[...document.querySelectorAll('.group')].find((each) =>"
            + " each.querySelector('button.name').textContent === '%s').querySelector('%s')")
        .formatted(group, selector);
  }

  /** Keeps what it looks like, wide and narrow, light and dark; nothing sticks out on a phone. */
  private static void looks(ChromiumTab tab, String name) throws Exception {
    for (int width : new int[] {1280, 400}) {
      for (boolean dark : new boolean[] {false, true}) {
        tab.look(width, 900, dark);
        tab.screenshot(SCREENSHOTS.resolve(name + "-" + width + (dark ? "-dark" : "") + ".png"));
        String wide = "String(document.documentElement.scrollWidth)";
        assertThat(Integer.parseInt(tab.evaluate(wide))).as(name).isLessThanOrEqualTo(width);
      }
    }
    tab.look(1280, 900, false);
  }
}
