package dev.ssot.engine.report.markdown;

import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.Preamble;
import java.io.IOException;

/**
 * The report for a ticket: what to patch, in which order, with boxes to tick. A view of the JSON
 * report; may change between versions.
 */
public final class MarkdownReport {
  public void write(AgentSnapshot snapshot, Appendable out) throws IOException {
    StringBuilder page = new StringBuilder("# Duplicates of what should exist once\n\n");
    page.append(Markdown.text(Preamble.of(snapshot))).append('\n');
    String application = Preamble.application(snapshot);
    if (application != null) {
      page.append('\n').append(Markdown.text(application)).append('\n');
    }
    for (TargetSnapshot target : snapshot.targets) {
      new TargetMarkdown(page, snapshot, target).write();
    }
    if (snapshot.targets.isEmpty()) {
      page.append("\n").append(Markdown.text(Preamble.nothingFound(snapshot))).append('\n');
    }
    refused(page, snapshot);
    out.append(page);
  }

  private static void refused(StringBuilder page, AgentSnapshot snapshot) {
    if (snapshot.refused.isEmpty()) {
      return;
    }
    page.append("\n## ").append(Preamble.REFUSED).append("\n\n");
    for (AgentSnapshot.Refused refused : snapshot.refused) {
      page.append("- ").append(Markdown.code(refused.className)).append(" - ");
      page.append(Markdown.text(refused.why()));
      page.append('\n');
    }
  }
}
