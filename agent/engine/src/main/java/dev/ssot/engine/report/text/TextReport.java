package dev.ssot.engine.report.text;

import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.Preamble;
import java.io.IOException;

/**
 * The report for the engineer on call: what is wrong, where, and what to do about it. A view of the
 * JSON report; may change between versions.
 */
public final class TextReport {
  private final boolean colour;

  /**
   * Makes the view for a terminal or a file.
   *
   * @param colour see {@link Colour#ofThisProcess()}; false for a file
   */
  public TextReport(boolean colour) {
    this.colour = colour;
  }

  public void write(AgentSnapshot snapshot, Appendable out) throws IOException {
    Page page = new Page(colour);
    header(page, snapshot);
    for (TargetSnapshot target : snapshot.targets) {
      page.rule();
      new TargetText(page, snapshot, target).write();
    }
    if (snapshot.targets.isEmpty()) {
      page.blank();
      Style style = snapshot.refused.isEmpty() ? Style.GOOD : Style.WARNING;
      page.paragraph(style, "", Preamble.nothingFound(snapshot));
    }
    refused(page, snapshot);
    out.append(page.toString());
  }

  private static void header(Page page, AgentSnapshot snapshot) {
    page.paragraph(Style.FAINT, "", Preamble.of(snapshot));
    String application = Preamble.application(snapshot);
    if (application != null) {
      page.paragraph(Style.FAINT, "", application);
    }
  }

  private static void refused(Page page, AgentSnapshot snapshot) {
    if (snapshot.refused.isEmpty()) {
      return;
    }
    if (!snapshot.targets.isEmpty()) {
      page.rule();
    } else {
      page.blank();
    }
    page.add(Style.TITLE, Preamble.REFUSED).end();
    for (AgentSnapshot.Refused refused : snapshot.refused) {
      page.paragraph("  ", refused.className + " - " + refused.why());
    }
  }
}
