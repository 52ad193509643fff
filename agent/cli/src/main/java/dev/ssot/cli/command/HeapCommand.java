package dev.ssot.cli.command;

import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.terminal.Json;
import dev.ssot.cli.terminal.Progress;
import dev.ssot.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heap}: counts the objects that are really there, instances from before included. */
@Command(
    name = "heap",
    description = {
      "Counts the live heap and compares: also instances from before the agent are found.",
      "That is a full garbage collection, which stops the application for about a second per 0.7 GB."
          + " On a terminal it asks first."
    })
final class HeapCommand extends AgentCommand {
  private static final double BYTES_PER_SECOND = 0.7e9;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "For programs: an object with a member per target.")
  private boolean json;

  HeapCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int perform(JavaProcess process, AgentConnection agent) throws Failure {
    if (!yes && terminal.isInteractive() && !terminal.confirms(cost(process, agent.usedHeap()))) {
      throw new Failure(Failure.DOES_NOT_HOLD, "nothing was counted");
    }
    Map<String, CompositeData> heap = Progress.during(terminal, "counting the heap", agent::heap);
    if (json) {
      Map<String, Object> rows = new LinkedHashMap<>();
      heap.forEach((target, row) -> rows.put(target, TargetLine.columns(row)));
      out.println(Json.of(rows));
    } else {
      heap.forEach((target, row) -> out.println(sentence(target, row)));
    }
    if (heap.isEmpty()) {
      terminal.err().println("no target was loaded so far");
    }
    return FINE;
  }

  private static String cost(JavaProcess process, long usedBytes) {
    return String.format(
        java.util.Locale.ROOT,
        "a full garbage collection stops %s for up to %.1f s (%d MB are used); go on?",
        process.name(),
        Math.max(0.1, usedBytes / BYTES_PER_SECOND),
        usedBytes >> 20);
  }

  private static String sentence(String target, CompositeData row) {
    long difference = (Long) row.get("difference");
    long meanwhile = (Long) row.get("meanwhile");
    int loaders = (Integer) row.get("loaders");
    return target
        + ": "
        + row.get("instances")
        + " in the heap, the agent knows "
        + row.get("live")
        + (difference == 0 ? "" : ", difference " + difference)
        + (meanwhile == 0 ? "" : " (" + meanwhile + " were constructed meanwhile: count again)")
        + (loaders > 1 ? " (sums over " + loaders + " classes of this name)" : "");
  }
}
