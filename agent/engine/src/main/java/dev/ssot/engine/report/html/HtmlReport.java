package dev.ssot.engine.report.html;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.page.PagePart;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.Headline;
import dev.ssot.engine.wording.Preamble;
import java.io.IOException;

/**
 * The report for a mail or a browser, on a screen, a phone or paper. A view of the JSON report; may
 * change between versions.
 */
public final class HtmlReport {
  /**
   * Returns the content security policy of the page: its own style and its own script. Even if a
   * name were not escaped, it could load nothing and run nothing.
   */
  public static String policy() throws IOException {
    return policy(script());
  }

  private static String policy(String script) {
    return "default-src 'none'; style-src 'unsafe-inline'; script-src "
        + PagePart.permission(script);
  }

  private static String script() throws IOException {
    return "\n" + PagePart.read(HtmlReport.class, "sort.js");
  }

  public void write(AgentSnapshot snapshot, Appendable out) throws IOException {
    Tags page = new Tags("html");
    String script = script();
    page.open("html", "lang", "en").line();
    head(page, snapshot, policy(script));
    page.open("body").line().open("main").line();
    page.element("h1", "Duplicates of what should exist once").line();
    page.element("p", Preamble.of(snapshot), "class", "about").line();
    String application = Preamble.application(snapshot);
    if (application != null) {
      page.element("p", application, "class", "about").line();
    }
    for (TargetSnapshot target : snapshot.targets) {
      new TargetHtml(page, snapshot, target).write();
    }
    if (snapshot.targets.isEmpty()) {
      String severity = snapshot.refused.isEmpty() ? "headline good" : "headline warning";
      page.element("p", Preamble.nothingFound(snapshot), "class", severity).line();
    }
    refused(page, snapshot);
    page.close().line();
    page.raw("script", script);
    page.close().line().close().line();
    out.append(page.toString());
  }

  private static void head(Tags page, AgentSnapshot snapshot, String policy) throws IOException {
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.empty("meta", "name", "color-scheme", "content", "light dark").line();
    page.element("title", title(snapshot)).line();
    page.raw("style", "\n" + PagePart.read(HtmlReport.class, "report.css"));
    page.close().line();
  }

  private static String title(AgentSnapshot snapshot) {
    if (snapshot.targets.isEmpty()) {
      return "ssot-agent: nothing found";
    }
    TargetSnapshot first = snapshot.targets.get(0);
    return ClassNames.simple(first.className) + ": " + new Headline(first).sentence();
  }

  private static void refused(Tags page, AgentSnapshot snapshot) {
    if (snapshot.refused.isEmpty()) {
      return;
    }
    page.open("section").line().element("h2", Preamble.REFUSED).line().open("ul").line();
    for (AgentSnapshot.Refused refused : snapshot.refused) {
      page.open("li").element("code", refused.className);
      page.text(" - " + refused.why()).close().line();
    }
    page.close().line().close().line();
  }
}
