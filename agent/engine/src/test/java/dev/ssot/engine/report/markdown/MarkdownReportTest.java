package dev.ssot.engine.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.report.Golden;
import dev.ssot.engine.report.SiteLists;
import dev.ssot.engine.report.Snapshots;
import dev.ssot.engine.snapshot.AgentSnapshot;
import java.io.IOException;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of GitHub's Markdown makes of it is what counts, not how it is written. */
final class MarkdownReportTest {
  private static final String SITUATIONS = "dev.ssot.engine.report.Situations#all";

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void reads_as_in_the_golden_file(String name, AgentSnapshot snapshot) throws IOException {
    Golden.check(name + ".md", markdown(snapshot));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void every_call_site_to_fix_stands_in_the_tables_once_and_in_order(
      String name, AgentSnapshot snapshot) throws IOException {
    List<String> rows =
        page(markdown(snapshot)).select("tbody tr").stream()
            .map(row -> row.child(callSite(row)).text() + " @ " + row.child(0).text())
            .toList();

    assertThat(rows).as(name).isEqualTo(SiteLists.toFix(snapshot));
  }

  /** Behind the place via which a call site constructs, in a table that shows such places. */
  private static int callSite(Element row) {
    return row.closest("table").select("th").eachText().indexOf("call site");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void every_call_site_to_fix_has_a_box_to_tick(String name, AgentSnapshot snapshot)
      throws IOException {
    List<String> boxes =
        page(markdown(snapshot)).select("li").eachText().stream()
            .filter(item -> item.startsWith("[ ] "))
            .map(item -> item.substring("[ ] ".length()))
            .toList();

    assertThat(boxes).as(name).isEqualTo(SiteLists.paths(snapshot));
  }

  @Test
  void a_path_begins_below_the_source_root() throws IOException {
    assertThat(markdown(Snapshots.incident()))
        .contains("\n- [ ] `com/acme/chat/ws/WebSocketManager.java:61`\n");
  }

  @Test
  void a_hostile_name_is_shown_as_it_is() throws IOException {
    Document page = page(markdown(Snapshots.hostileNames()));

    assertThat(page.selectFirst("h2").text())
        .isEqualTo("com.acme." + Snapshots.HOSTILE + " in Loader" + Snapshots.HOSTILE);
    assertThat(page.select("h3").eachText()).contains("Group" + Snapshots.HOSTILE);
    assertThat(page.selectFirst("summary").text()).contains("thread Thread" + Snapshots.HOSTILE);
    assertThat(page.selectFirst("details pre").wholeText())
        .isEqualTo("Frame" + Snapshots.HOSTILE + "\n```\n</pre>\n");
    assertThat(page.select("li code").eachText())
        .contains("NotWoven" + Snapshots.HOSTILE + ".m:1", "Refused" + Snapshots.HOSTILE);
    assertThat(page.select("li").text()).contains("Sub" + Snapshots.HOSTILE);
  }

  @Test
  void a_hostile_name_opens_nothing() throws IOException {
    Document page = page(markdown(Snapshots.hostileNames()));

    assertThat(page.select("script, em, del, a, img")).isEmpty();
    assertThat(page.select("details")).hasSize(1);
    assertThat(page.select("tbody tr")).hasSize(1);
    assertThat(page.select("tbody td")).hasSize(6);
    assertThat(page.body().children()).extracting(Element::tagName).endsWith("h2", "ul");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a|b",
        "a\\|b",
        "a\\",
        "`",
        "a`",
        "``a``",
        "a```b",
        " a ",
        "_a_",
        "Outer$Inner$1",
        "<b>",
        "&lt;",
        "![x](y)",
        "[x](http://y)",
        "\\`",
        "*a*",
        "a\nb",
        "~~a~~",
        "<!--",
        "lambda$load$0"
      })
  void a_name_in_a_cell_stays_one_name(String name) {
    String table = "| a | b |\n|---|---|\n| " + Markdown.code(name) + " | " + "end |\n";
    List<String> cells = page(table).select("tbody td").stream().map(Element::wholeText).toList();

    assertThat(cells).containsExactly(name.replace("\n", "\\u000A"), "end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a|b", "a\\", "**a**", "a_b_", "<b>", "&lt;", "[x](y)", "`x`", "$a$"})
  void prose_says_what_it_said(String text) {
    assertThat(page("- **x**: " + Markdown.text(text) + "\n").selectFirst("li").wholeText())
        .isEqualTo("x: " + text);
  }

  private static Document page(String markdown) {
    var extensions = List.of(TablesExtension.create());
    var document = Parser.builder().extensions(extensions).build().parse(markdown);
    return Jsoup.parse(HtmlRenderer.builder().extensions(extensions).build().render(document));
  }

  private static String markdown(AgentSnapshot snapshot) throws IOException {
    StringBuilder out = new StringBuilder();
    new MarkdownReport().write(snapshot, out);
    return out.toString();
  }
}
