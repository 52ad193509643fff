package dev.ssot.cli.command;

import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.jvm.JavaProcesses;
import dev.ssot.cli.terminal.Json;
import dev.ssot.cli.terminal.Progress;
import dev.ssot.cli.terminal.Table;
import dev.ssot.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code list}: which JVMs there are, and in which the agent is. */
@Command(
    name = "list",
    description = {
      "Lists the JVMs of this user, and the agent in them.",
      "A JVM without the agent is not touched."
    })
final class ListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "For programs: an array with an object for each JVM.")
  private boolean json;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Map<String, Object>> rows =
        Progress.during(terminal, "looking for JVMs", ListCommand::rows);
    if (json) {
      terminal.out().println(Json.of(rows));
    } else {
      print(rows);
    }
    return 0;
  }

  private static List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JavaProcess each : JavaProcesses.all()) {
      rows.add(row(each));
    }
    return rows;
  }

  private static Map<String, Object> row(JavaProcess process) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("pid", process.pid());
    row.put("main", process.main());
    row.put("java", process.version());
    row.put("agent", null);
    row.put("mode", null);
    row.put("duplicates", null);
    row.put("problem", null);
    if (process.mayHaveAgent()) {
      ask(process, row);
    }
    return row;
  }

  private static void ask(JavaProcess process, Map<String, Object> row) {
    try (AgentConnection agent = AgentConnection.to(process)) {
      List<TargetLine> targets = TargetLine.of(agent.targets().values());
      row.put("agent", agent.text("Version"));
      row.put("mode", agent.text("Mode"));
      row.put("duplicates", TargetLine.duplicates(targets));
    } catch (Failure unanswered) {
      row.put("problem", unanswered.getMessage());
    }
  }

  private void print(List<Map<String, Object>> rows) {
    Table table = new Table(true, false, false, false).add("PID", "MAIN", "JAVA", "AGENT");
    for (Map<String, Object> each : rows) {
      table.add(
          each.get("pid").toString(), cell(each.get("main")), cell(each.get("java")), agent(each));
    }
    List<String> lines = table.lines();
    terminal.out().println(terminal.bold(lines.get(0)));
    for (String line : lines.subList(1, lines.size())) {
      terminal.out().println(line);
    }
  }

  private static String cell(Object text) {
    return text.toString().isEmpty() ? "?" : text.toString();
  }

  private static String agent(Map<String, Object> row) {
    if (row.get("problem") != null) {
      return row.get("problem").toString();
    }
    if (row.get("agent") == null) {
      return "–";
    }
    long duplicates = (Long) row.get("duplicates");
    return row.get("agent")
        + " "
        + row.get("mode")
        + ", "
        + duplicates
        + (duplicates == 1 ? " duplicate" : " duplicates");
  }
}
