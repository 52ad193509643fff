package dev.ssot.engine.http.endpoint;

import dev.ssot.engine.page.PagePart;
import dev.ssot.engine.place.Reason;
import java.io.IOException;

/**
 * The console as one document that needs nothing else, made of the files in {@code console/}. It
 * holds nothing about the process: its script asks for the report.
 */
final class ConsolePage {
  /** In the order in which one needs the other. */
  private static final String[] SCRIPTS = {
    "text.js",
    "dom.js",
    "history.js",
    "chart.js",
    "agent.js",
    "modes.js",
    "sites.js",
    "groups.js",
    "targets.js",
    "dialogs.js",
    "main.js"
  };

  private final String style;
  private final String script;
  private final String document;

  private ConsolePage(String style, String script, String document) {
    this.style = style;
    this.script = script;
    this.document = document;
  }

  static ConsolePage read() throws IOException {
    StringBuilder script = new StringBuilder("\n");
    for (String file : SCRIPTS) {
      script.append(part(file));
    }
    return new ConsolePage(part("console.css"), script.toString(), part("console.html"));
  }

  private static String part(String file) throws IOException {
    return PagePart.read(ConsolePage.class, "console/" + file);
  }

  /**
   * Returns the content security policy: exactly this style and this script, which may talk to the
   * agent alone, and may not make markup of text.
   */
  String policy() {
    return "default-src 'none'; connect-src 'self'; style-src "
        + PagePart.permission(style)
        + "; script-src "
        + PagePart.permission(script)
        + "; require-trusted-types-for 'script'; trusted-types 'none'";
  }

  String content() {
    return document
        .replace("{style}", style)
        .replace("{reasons}", reasons())
        .replace("{script}", script);
  }

  /** Writes what each reason means, as a JSON object. */
  private static String reasons() {
    StringBuilder out = new StringBuilder("{");
    for (Reason reason : Reason.values()) {
      JsonText.quote(out.append(out.length() == 1 ? "" : ","), reason.toString());
      JsonText.quote(out.append(':'), reason.sentence());
    }
    return out.append('}').toString();
  }
}
