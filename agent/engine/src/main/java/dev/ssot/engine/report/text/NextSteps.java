package dev.ssot.engine.report.text;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.wording.Printable;

/** What to do now, each step with the command that does it. */
final class NextSteps {
  private static final String INDENT = "       ";

  private final Page page;
  private final AgentSnapshot agent;
  private final TargetSnapshot target;
  private int step;

  NextSteps(Page page, AgentSnapshot agent, TargetSnapshot target) {
    this.page = page;
    this.agent = agent;
    this.target = target;
  }

  void write() {
    if (target.callSites() == 0) {
      return;
    }
    page.blank();
    page.line(Style.TITLE, "What to do");
    count();
    name();
    patch();
    back();
  }

  private void count() {
    if (!target.exact) {
      step("Count what is really alive (one full stop of the world, about 1 s per 0.7 GB):");
      String count = "jmap -histo:live " + agent.pid + " | grep -w '" + target.className + "'";
      page.line(Style.TITLE, INDENT + Printable.escape(count));
    }
  }

  private void name() {
    if (target.canonical.description == null && !target.canonical.isFirst()) {
      step("Tell the agent which instance everyone should share, so that the report names it:");
      page.line(Style.TITLE, INDENT + "canonical=com.acme.Holder#method()");
      page.line(Style.PLAIN, INDENT + "or, where no holder exists, the first that is made:");
      page.line(Style.TITLE, INDENT + "canonical=first");
    }
  }

  private void patch() {
    String name = ClassNames.simple(target.className);
    if (target.canonical.replacement == null) {
      step("Patch the source, in the order above: one shared " + name + " for all.");
    } else {
      String instead = target.canonical.replacement + " instead of new " + name + "()";
      step("Patch the source, in the order above: " + instead + ".");
    }
  }

  private void back() {
    for (GroupSnapshot group : target.groups) {
      if (group.mode.intervenes()) {
        step(
            "Worse than before? Go back, without a restart: mode observe, in the configuration"
                + " file or by the operation mode of the MBean dev.ssot:type=Agent.");
        return;
      }
    }
  }

  private void step(String text) {
    step++;
    page.paragraph("  " + step + ". ", text);
  }
}
