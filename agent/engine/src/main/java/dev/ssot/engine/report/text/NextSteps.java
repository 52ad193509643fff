package dev.ssot.engine.report.text;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.detect.snapshot.AgentSnapshot;
import dev.ssot.engine.detect.snapshot.GroupSnapshot;
import dev.ssot.engine.detect.snapshot.TargetSnapshot;

/** What to do now, each step with the command that does it. */
final class NextSteps {
  private static final String INDENT = "       ";
  private static final String COMMAND = INDENT + "java -jar ssot-agent.jar ";

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
    if (new Headline(target).callSites() == 0) {
      return;
    }
    page.blank();
    page.add(Style.TITLE, "What to do");
    page.add(Style.FAINT, " (the commands need process " + agent.pid + " to be running)").end();
    count();
    redirect();
    patch();
  }

  private void count() {
    if (!target.exact) {
      step("Count what is really alive (one full stop of the world, about 1 s per 0.7 GB):");
      command("heap " + agent.pid);
    }
  }

  private void redirect() {
    if (target.canonical.description == null && !"first".equals(target.canonical.source)) {
      step("Tell the agent which instance to share; until then every call site stays as it is:");
      page.line(Style.TITLE, INDENT + "canonical=com.acme.Holder#method()  or  canonical=first");
      return;
    }
    GroupSnapshot next = nextGroup();
    if (next != null) {
      if (next.mode == Mode.OBSERVE || next.mode == Mode.OFF) {
        step("See what enforcing would do; nothing changes:");
        command("mode " + agent.pid + " dry-run" + scope(next));
      }
      step("Answer " + callSites(next) + " with the one instance:");
      command("mode " + agent.pid + " enforce" + scope(next));
    }
    if (next != null || target.redirects > 0) {
      step("If anything looks wrong, roll everything back at once:");
      command("mode " + agent.pid + " observe");
    }
    if (target.redirects > 0 && target.duplicates > 0) {
      step(
          "The "
              + Printable.count(target.duplicates, "duplicate")
              + " made before then live until their owners let go of them, or until a restart.");
    }
  }

  private void patch() {
    String name = Place.simpleName(target.className);
    if (target.canonical.replacement == null) {
      step("Patch the source, in the order above: one shared " + name + " for all.");
    } else {
      String instead = target.canonical.replacement + " instead of new " + name + "()";
      step("Patch the source, in the order above: " + instead + ".");
    }
  }

  /** The first group, in order of priority, with something left to redirect. */
  private GroupSnapshot nextGroup() {
    for (GroupSnapshot group : target.groups) {
      if (group.redirectable > 0 && group.mode != Mode.ENFORCE && group.mode != Mode.FAIL) {
        return group;
      }
    }
    return null;
  }

  private String scope(GroupSnapshot group) {
    String scope = agent.targets.size() > 1 ? " --target " + target.className : "";
    return group.name == null ? scope : scope + " --group " + quoted(group.name);
  }

  private static String callSites(GroupSnapshot group) {
    return group.name == null ? "these call sites" : "the call sites of " + group.name;
  }

  /** As a POSIX shell takes it literally. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private void step(String text) {
    step++;
    page.paragraph("  " + step + ". ", text);
  }

  /** Goes on in the next line, as a shell reads it, where it would pass the edge. */
  private void command(String arguments) {
    String command = Printable.escape(COMMAND + arguments);
    if (command.length() > Page.WIDTH) {
      String[] parts = command.split(" (?=--(target|group) )", -1);
      for (int i = 0; i < parts.length; i++) {
        page.add(Style.TITLE, i == 0 ? parts[i] : INDENT + "  " + parts[i]);
        page.add(Style.TITLE, i == parts.length - 1 ? "" : " \\").end();
      }
    } else {
      page.add(Style.TITLE, command).end();
    }
  }
}
