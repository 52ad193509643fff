package dev.ssot.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.snapshot.AgentSnapshot;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

final class JsonReportTest {
  @Test
  void keys_come_in_the_documented_order_and_one_to_a_line() throws IOException {
    Golden.check("one-site.json", json(Snapshots.oneSite()));
  }

  @Test
  void an_instance_whose_birth_was_not_seen_has_none() throws IOException {
    AgentSnapshot snapshot = Snapshots.oneSite();
    snapshot.targets.get(0).canonical.birthSite = null;
    snapshot.targets.get(0).canonical.birthAt = null;

    assertThat(json(snapshot)).contains("\"birth\": null,");
  }

  @Test
  void sites_without_a_group_have_neither_name_nor_priority() throws IOException {
    assertThat(json(Snapshots.oneSite())).contains("\"name\": null,\n          \"priority\": null");
  }

  @Test
  void control_characters_are_escaped() throws IOException {
    assertThat(json(Snapshots.weirdNames()))
        .contains("\\u001B[31mred", "pool-1\\nthread-1")
        .doesNotContain("\u001b");
  }

  @Test
  void the_writer_stays_open() throws IOException {
    StringWriter out = new StringWriter();
    Writer guarded =
        new Writer() {
          @Override
          public void write(char[] buffer, int from, int count) {
            out.write(buffer, from, count);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };

    new JsonReport().write(Snapshots.noTarget(), guarded);

    assertThat(out.toString()).endsWith("\"refused\": []\n}\n");
  }

  private static String json(AgentSnapshot snapshot) throws IOException {
    StringWriter out = new StringWriter();
    new JsonReport().write(snapshot, out);
    return out.toString();
  }
}
