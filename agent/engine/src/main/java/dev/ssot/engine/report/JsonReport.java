package dev.ssot.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.Separators;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.JvmProcess;
import java.io.IOException;
import java.io.Writer;

/**
 * The report as JSON, the contract that scripts rely on, specified by {@code
 * docs/report-schema.json}. No key is ever left out, and each keeps its place, so that two reports
 * can be compared line by line.
 */
public final class JsonReport {
  /** Increased only when a reader of the previous version would break. */
  static final int SCHEMA = 1;

  // Without recycling of buffers, which would leave thread locals of the agent's class loader on
  // the application's threads.
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .build();

  /** Writes one JSON document and a line end; does not close {@code out}. */
  public void write(AgentSnapshot snapshot, Writer out) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      generator.setPrettyPrinter(layout());
      generator.writeStartObject();
      document(snapshot, new JsonFields(generator));
      generator.writeEndObject();
      generator.writeRaw('\n');
    }
  }

  private static void document(AgentSnapshot snapshot, JsonFields out) throws IOException {
    JsonTarget target = new JsonTarget(out);
    out.number("schema", SCHEMA);
    out.object("agent", () -> agent(snapshot, out));
    out.object("jvm", () -> jvm(snapshot, out));
    out.texts("application", snapshot.application);
    out.objects("targets", snapshot.targets, target::write);
    out.objects("refused", snapshot.refused, refused -> refused(refused, out));
  }

  private static void agent(AgentSnapshot snapshot, JsonFields out) throws IOException {
    out.text("version", snapshot.version);
    out.text("mode", snapshot.mode);
    out.text("attached", snapshot.attached);
  }

  private static void jvm(AgentSnapshot snapshot, JsonFields out) throws IOException {
    JvmProcess process = snapshot.jvm.get();
    out.number("pid", process.pid);
    out.text("host", process.host);
    out.text("main", process.main);
    out.text("version", snapshot.javaVersion);
    out.text("started", process.started);
  }

  private static void refused(AgentSnapshot.Refused refused, JsonFields out) throws IOException {
    out.text("class", refused.className);
    out.text("reason", refused.reason);
    out.text("hint", refused.hint);
    out.texts("instead", refused.instead);
  }

  private static DefaultPrettyPrinter layout() {
    // '\n' on every platform: a report is compared across machines.
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
