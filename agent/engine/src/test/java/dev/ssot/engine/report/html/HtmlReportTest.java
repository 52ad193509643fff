package dev.ssot.engine.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.page.PagePart;
import dev.ssot.engine.report.Golden;
import dev.ssot.engine.report.SiteLists;
import dev.ssot.engine.report.Snapshots;
import dev.ssot.engine.snapshot.AgentSnapshot;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

final class HtmlReportTest {
  private static final String SITUATIONS = "dev.ssot.engine.report.Situations#all";

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void reads_as_in_the_golden_file(String name, AgentSnapshot snapshot) throws IOException {
    Golden.check(name + ".html", html(snapshot));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void a_browser_has_nothing_to_repair(String name, AgentSnapshot snapshot) throws IOException {
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    parser.parseInput(html(snapshot), "");

    assertThat(parser.getErrors()).as(name).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void the_page_is_well_formed_xml_too(String name, AgentSnapshot snapshot) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(html(snapshot))));

    assertThat(document.getDocumentElement().getTagName()).as(name).isEqualTo("html");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void every_call_site_to_fix_stands_there_once_and_in_order(String name, AgentSnapshot snapshot)
      throws IOException {
    List<String> rows =
        page(snapshot).select("tbody tr").stream()
            .map(row -> caller(row) + " @ " + row.selectFirst("td.where").text())
            .toList();

    assertThat(rows).as(name).isEqualTo(SiteLists.toFix(snapshot));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void nothing_is_loaded_and_nothing_runs_but_the_script_that_sorts(
      String name, AgentSnapshot snapshot) throws IOException {
    Document page = page(snapshot);

    assertThat(page.select("link, img, iframe, object, embed, base, form, a")).isEmpty();
    assertThat(page.select("[src], [href], [style], [onload], [onclick]")).isEmpty();
    assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import", "<", "&");
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .as(name)
        .isEqualTo(
            "default-src 'none'; style-src 'unsafe-inline'; script-src "
                + PagePart.permission(page.selectFirst("script").data()));
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.selectFirst("script").data())
        .isEqualTo("\n" + PagePart.read(HtmlReport.class, "sort.js"))
        .doesNotContain("<", "&", "fetch", "eval", "innerHTML", "document.write");
  }

  @Test
  void a_hostile_name_is_shown_as_it_is() throws IOException {
    Document page = page(Snapshots.hostileNames());

    assertThat(page.selectFirst("h2").text())
        .isEqualTo("com.acme." + Snapshots.HOSTILE + " in Loader" + Snapshots.HOSTILE);
    assertThat(page.select("h3").eachText()).contains("Group" + Snapshots.HOSTILE);
    assertThat(page.selectFirst("details p").text()).endsWith("Thread" + Snapshots.HOSTILE);
    assertThat(page.select("details li").eachText())
        .containsExactly("Frame" + Snapshots.HOSTILE, "```", "</pre>");
    assertThat(page.select("li code").eachText())
        .contains("NotWoven" + Snapshots.HOSTILE + ".m:1", "Refused" + Snapshots.HOSTILE);
    assertThat(page.select("dd").text()).contains("Sub" + Snapshots.HOSTILE);
  }

  @Test
  void a_quote_does_not_end_an_attribute() {
    String tag = new Tags("html").empty("meta", "content", "\"' onload='x\u0000").toString();

    assertThat(Jsoup.parse(tag).selectFirst("meta").attributes().asList())
        .singleElement()
        .satisfies(it -> assertThat(it.getValue()).isEqualTo("\"' onload='x\\u0000"));
  }

  private static String caller(Element row) {
    return row.selectFirst("td.site code").text();
  }

  private static Document page(AgentSnapshot snapshot) throws IOException {
    return Jsoup.parse(html(snapshot));
  }

  private static String html(AgentSnapshot snapshot) throws IOException {
    StringBuilder out = new StringBuilder();
    new HtmlReport().write(snapshot, out);
    return out.toString();
  }
}
