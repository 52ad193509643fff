package dev.ssot.engine.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ssot.engine.snapshot.HeapSnapshot;
import dev.ssot.engine.snapshot.TargetKeys;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * The comparison with the heap as one line of JSON, an object with a member per target, as the
 * command {@code heap --json} prints it.
 */
public final class JsonHeap {
  /** Writes the line with its end; does not close {@code out}. */
  public void write(List<TargetSnapshot> targets, Writer out) throws IOException {
    try (JsonGenerator generator = JsonReport.FACTORY.createGenerator(out)) {
      JsonFields fields = new JsonFields(generator);
      generator.writeStartObject();
      for (Map.Entry<String, TargetSnapshot> each : TargetKeys.of(targets).entrySet()) {
        HeapSnapshot heap = each.getValue().heap;
        if (heap != null) {
          fields.object(each.getKey(), () -> row(heap, fields));
        }
      }
      generator.writeEndObject();
      generator.writeRaw('\n');
    }
  }

  /** Writes the members in the order of their names, as JMX has them. */
  private static void row(HeapSnapshot heap, JsonFields out) throws IOException {
    out.text("at", heap.at);
    out.number("difference", heap.difference);
    out.number("instances", heap.instances);
    out.number("live", heap.live);
    out.number("loaders", heap.loaders);
    out.number("meanwhile", heap.meanwhile);
  }
}
