package dev.ssot.cli.command;

import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.terminal.Json;
import dev.ssot.cli.terminal.Progress;
import dev.ssot.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: a line per target, and a verdict for scripts. */
@Command(
    name = "status",
    description = {
      "Says in one line per target how many there are.",
      "As a test in scripts: status PID --max-duplicates 0 ends with 1 if any target has a duplicate."
    })
final class StatusCommand extends AgentCommand {
  @Option(
      names = "--max-duplicates",
      paramLabel = "N",
      description = "End with 1 if a target has more duplicates than this.")
  private Long most;

  @Option(names = "--json", description = "For programs: version, mode and targets as one object.")
  private boolean json;

  StatusCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void check() throws Failure {
    if (most != null && most < 0) {
      throw new Failure(Failure.USAGE, "--max-duplicates " + most + ": valid is 0 or more");
    }
  }

  @Override
  int perform(JavaProcess process, AgentConnection agent) throws Failure {
    List<TargetLine> targets =
        TargetLine.of(Progress.during(terminal, "reading the targets", agent::targets).values());
    String version = agent.text("Version");
    String mode = agent.text("Mode");
    String unmatched = agent.text("Unmatched");
    if (json) {
      out.println(Json.of(object(process, version, mode, unmatched, targets)));
    } else {
      out.println(terminal.bold(process.name() + ": ssot-agent " + version + ", mode " + mode));
      for (TargetLine each : targets) {
        out.println(each.sentence());
      }
      if (unmatched != null) {
        out.println(unmatched);
      }
    }
    return verdict(targets);
  }

  private static Map<String, Object> object(
      JavaProcess process,
      String version,
      String mode,
      String unmatched,
      List<TargetLine> targets) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("pid", process.pid());
    object.put("main", process.main());
    object.put("version", version);
    object.put("mode", mode);
    object.put("unmatched", unmatched);
    List<Object> rows = new ArrayList<>();
    for (TargetLine each : targets) {
      rows.add(each.columns());
    }
    object.put("targets", rows);
    return object;
  }

  private int verdict(List<TargetLine> targets) {
    int verdict = FINE;
    for (TargetLine each : targets) {
      if (most != null && each.duplicates() > most) {
        verdict = Failure.DOES_NOT_HOLD;
        terminal
            .err()
            .println(
                each.className() + ": " + each.duplicates() + " duplicates, allowed are " + most);
      }
    }
    return verdict;
  }
}
